using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PimBot.Application.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>A part of a review's results, written out line by line.</summary>
/// <param name="View">The review.</param>
/// <param name="Format">How it is written.</param>
internal sealed record ReviewExport(ReviewView View, ReviewExportFormat Format)
{
    /// <summary>The longest line, in UTF-16 code units; what is longer is cut at its last fields.</summary>
    public const int LongestLine = 2600;

    private const string Columns =
        "review,role,scope,who,address,type,since,until,answer,by,at,reason,decided,result,why,recommended";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>How many rows come before this part.</summary>
    public int Skipped { get; init; }

    /// <summary>The number after which the next part begins; null: this is the last.</summary>
    public int? Next { get; init; }

    /// <summary>The first line of a file, where this is its first part and the format has one.</summary>
    public string? Header => Format is ReviewExportFormat.Csv && Skipped == 0 ? Columns : null;

    public static string LineOf(ReviewView view, ReviewItemView row, ReviewExportFormat format)
    {
        var values = Columns.Split(',').Zip(Values(view, row)).ToList();
        return format is ReviewExportFormat.Csv
            ? string.Join(',', values.Select(v => Cell(v.Second)))
            : JsonSerializer.Serialize(values.ToDictionary(v => v.First, v => v.Second), Json);
    }

    private static IEnumerable<string?> Values(ReviewView view, ReviewItemView row)
    {
        var item = row.Item;
        return
        [
            view.Title,
            view.Role.Name,
            view.Scope.Id.Value,
            row.Assignee.Name,
            row.Assignee.Address,
            item.Type.ToString(),
            At(item.Since),
            At(item.Until),
            item.Answer?.Verdict.ToString(),
            item.Answer is null ? null : row.AnsweredBy,
            At(item.Answer?.At),
            item.Answer?.Reason,
            item.Decided?.ToString(),
            item.Result.ToString(),
            item.Reason?.ToString(),
            item.Recommendation.Verdict.ToString(),
        ];
    }

    private static string? At(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // A spreadsheet must not take text for a formula.
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
