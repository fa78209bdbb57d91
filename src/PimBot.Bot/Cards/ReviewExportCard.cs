using System.Globalization;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>A part of a review's results as text to copy into a file.</summary>
internal static class ReviewExportCard
{
    /// <summary>Rows in a part: with the longest words of reviewers still below the largest card.</summary>
    public const int Most = 10;

    public const string FormatKey = "format";
    public const string FromKey = "from";

    public static AdaptiveCard For(ReviewExport export)
    {
        var view = export.View;
        var format = export.Format is ReviewExportFormat.Csv ? "CSV" : "JSON Lines";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"Results: {CardText.Escaped(view.Title, 150)}")),
            CardParts.Subtle(
                CardText.Literal(
                    $"{format}, {export.Skipped + 1}–{export.Skipped + export.Lines.Count} of {ReviewWords.Count(view.Totals.Items, "row", "rows")}. Copy it into a file."
                )
            ),
        };
        var lines = export.Header is { } header ? export.Lines.Prepend(header) : export.Lines;
        body.Add(
            // A field, for text in it can be selected and copied as it is, on a phone too.
            new InputText
            {
                Id = "export",
                Label = "Results",
                IsMultiline = true,
                Value = string.Join('\n', lines.Select(line => SafeText.Clean(line, ReviewExport.LongestLine))),
            }
        );
        return CardParts.Card(
            CardText.Of($"Results of the review {view.Title} as {format}"),
            body,
            [.. Buttons(export)]
        );
    }

    private static IEnumerable<AdaptiveAction> Buttons(ReviewExport export)
    {
        if (export.Next is { } next)
        {
            var data = CardData.Of(export.View.Review.Id);
            data[FormatKey] = export.Format.ToString();
            data[FromKey] = next.ToString(CultureInfo.InvariantCulture);
            yield return CardParts.Button("Next part", Verbs.ExportReview, data) with
            {
                AssociatedInputs = AssociatedInputs.None,
            };
        }

        yield return CardParts.Button("Back", Verbs.ShowReviewResults, CardData.Of(export.View.Review.Id)) with
        {
            AssociatedInputs = AssociatedInputs.None,
        };
    }
}
