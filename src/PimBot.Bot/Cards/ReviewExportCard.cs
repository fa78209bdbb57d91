using PimBot.Application.Exports;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Cards;

/// <summary>A review's results as a file: which form, and the link.</summary>
internal static class ReviewExportCard
{
    private const string Heading = "Export the results";
    private const string Place = "API, as decisions/export of the review";

    /// <summary>Asks for the form.</summary>
    public static AdaptiveCard Ask(ReviewView view) =>
        CardParts.Card(
            CardText.Of($"{CardText.Literal(Heading)} of the review {view.Title}"),
            [
                CardParts.Heading(CardText.Literal(Heading)),
                What(view),
                CardParts.Line(CardText.Literal("CSV opens in a spreadsheet. JSON Lines is for programs.")),
            ],
            [.. ExportCard.Forms(Verbs.ExportReview, () => CardData.Of(view.Review.Id)), Back(view)]
        );

    /// <param name="view">The review.</param>
    /// <param name="format">Which form.</param>
    /// <param name="link">Null: this host has no public address.</param>
    public static AdaptiveCard Ready(ReviewView view, ExportFormat format, Uri? link)
    {
        var (title, words) = ($"{Heading} as {ExportCard.NameOf(format)}", ExportCard.Words(link, Place));
        return CardParts.Card(
            CardText.Literal($"{title}. {words}"),
            [CardParts.Heading(CardText.Literal(title)), What(view), CardParts.Line(CardText.Literal(words))],
            link is null ? [Back(view)] : [ExportCard.Get(format, link), Back(view)]
        );
    }

    private static TextBlock What(ReviewView view) =>
        CardParts.Line(
            CardText.Of(
                $"{CardText.Escaped(view.Title, 150)}, {CardText.Literal(ReviewWords.Count(view.Totals.Items, "assignment", "assignments"))}"
            )
        );

    private static ActionExecute Back(ReviewView view) =>
        CardParts.Button("Back", Verbs.ShowReviewResults, CardData.Of(view.Review.Id));
}
