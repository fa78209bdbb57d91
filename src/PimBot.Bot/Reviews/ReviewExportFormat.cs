namespace PimBot.Bot.Reviews;

/// <summary>How results are written out. The names stand in cards: kept for good.</summary>
internal enum ReviewExportFormat
{
    Csv = 1,
    JsonLines = 2,
}
