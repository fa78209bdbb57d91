using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PimBot.Application.Exports;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>One row of a review's results in a file. Both forms have the same fields; what there is not is empty, or null.</summary>
public static class ReviewResultLine
{
    private static readonly string[] Fields =
    [
        "review",
        "reviewName",
        "role",
        "roleName",
        "scope",
        "scopeName",
        "principal",
        "principalKind",
        "principalName",
        "principalAddress",
        "assignmentType",
        "since",
        "until",
        "lastActivation",
        "lastSignIn",
        "recommendation",
        "answer",
        "reason",
        "answeredBy",
        "answeredByName",
        "answeredAt",
        "decision",
        "result",
        "resultReason",
    ];

    /// <summary>The first line of CSV, with the names of the columns.</summary>
    public static string CsvHead { get; } = CsvLine.Of(Fields);

    public static string Csv(ReviewSummary review, ReviewItemView row) => CsvLine.Of(Values(review, row));

    /// <summary>The row as one JSON object, without the line's end.</summary>
    public static void WriteJson(IBufferWriter<byte> to, ReviewSummary review, ReviewItemView row)
    {
        using var json = new Utf8JsonWriter(to, InertJson.Options);
        json.WriteStartObject();
        foreach (var (name, value) in Fields.Zip(Values(review, row)))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static string?[] Values(ReviewSummary summary, ReviewItemView row)
    {
        var (review, item) = (summary.Review, row.Item);
        return
        [
            review.Id.ToString(),
            review.Name,
            summary.Role.Id.Value,
            summary.Role.Name,
            summary.Scope.Id.Value,
            summary.Scope.Name,
            item.Principal.Person?.Value ?? item.Principal.Group?.Value,
            item.Principal.Group is null ? "Person" : "Group",
            row.Assignee.Name,
            row.Assignee.Address,
            item.Type.ToString(),
            At(item.Since),
            At(item.Until),
            At(item.LastActivation),
            At(item.LastSignIn),
            review.Settings.ShowsRecommendations ? item.Recommendation.Verdict.ToString() : null,
            (item.Answer?.Verdict ?? ReviewVerdict.NotReviewed).ToString(),
            item.Answer?.Reason,
            item.Answer?.By.Value,
            row.AnsweredBy,
            At(item.Answer?.At),
            item.Decided?.ToString(),
            item.Result.ToString(),
            item.Reason?.ToString(),
        ];
    }

    private static string? At(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
