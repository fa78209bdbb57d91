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
        body.AddRange((export.Header is { } header ? export.Lines.Prepend(header) : export.Lines).Select(Line));
        return CardParts.Card(CardText.Of($"Results of the review {view.Title} as {format}"), body, [.. Buttons(export)]);
    }

    private static RichTextBlock Line(string line) =>
        new()
        {
            Spacing = Spacing.Small,
            Inlines =
            [
                .. CardParts.Runs(
                    SafeText.Clean(line, ReviewExport.LongestLine),
                    part => new TextRun { Text = part, FontType = FontType.Monospace, Size = TextSize.Small }
                ),
            ],
        };

    private static IEnumerable<AdaptiveAction> Buttons(ReviewExport export)
    {
        if (export.Next is { } next)
        {
            var data = CardData.Of(export.View.Review.Id);
            data[FormatKey] = export.Format.ToString();
            data[FromKey] = next.ToString(CultureInfo.InvariantCulture);
            yield return CardParts.Button("Next part", Verbs.ExportReview, data);
        }

        yield return CardParts.Button("Back", Verbs.ShowReviewResults, CardData.Of(export.View.Review.Id));
    }
}
