namespace PimBot.Application.Exports;

/// <summary>The form of a file that leaves the store.</summary>
public enum ExportFormat
{
    Csv = 1,

    /// <summary>One JSON object a line.</summary>
    JsonLines = 2,
}
