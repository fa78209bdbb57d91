namespace PimBot.Application.Exports;

/// <summary>How the forms are named where they are asked for, and in names of files.</summary>
public static class ExportFormats
{
    /// <summary>Null when it is none.</summary>
    public static ExportFormat? Find(string? word) =>
        word switch
        {
            "csv" => ExportFormat.Csv,
            "jsonl" => ExportFormat.JsonLines,
            _ => null,
        };

    /// <summary>As in names of files; what <see cref="Find"/> reads back.</summary>
    public static string Ending(this ExportFormat format) => format is ExportFormat.Csv ? "csv" : "jsonl";
}
