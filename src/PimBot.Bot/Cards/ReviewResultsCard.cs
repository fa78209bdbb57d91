using System.Globalization;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>What became of a review, person by person with the reasons, a page at a time.</summary>
internal static class ReviewResultsCard
{
    /// <summary>Rows on a page: with hostile words of reviewers still far below the largest card.</summary>
    public const int Most = 8;

    public const string FromKey = "from";
    public const string DirectionKey = "turn";
    public const string PartKey = "part";

    public static AdaptiveCard For(ReviewResultsPage page, TimeZoneInfo zone)
    {
        var view = page.View;
        var (colour, state) = ReviewStateWords.Of(view, zone);
        var what = view.IsOpen ? "Answers" : "Results";
        var numbers = ReviewNumbers.Of(view) ?? "";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{CardText.Literal(what)}: {CardText.Escaped(view.Title, 150)}")),
            CardParts.Band(colour, CardText.Escaped(state), CardText.Literal(numbers)),
        };
        if (!view.IsOpen)
        {
            body.Add(new ActionSet { Actions = [.. Parts(page)] });
        }

        foreach (var row in page.Rows)
        {
            body.Add(CardParts.RowHeading(ReviewItemText.Name(row)));
            body.AddRange(ReviewResultText.Of(view, row, zone));
        }

        if (page.Rows.Count == 0)
        {
            body.Add(CardParts.Subtle(CardText.Literal(page.Part is ReviewPart.All ? "Nobody." : "Nobody here.")));
        }

        return CardParts.Card(CardText.Of($"{what}: {view.Title}. {numbers}"), body, [.. Buttons(page)]);
    }

    private static IEnumerable<AdaptiveAction> Parts(ReviewResultsPage page)
    {
        foreach (var part in Enum.GetValues<ReviewPart>().Where(p => p != page.Part))
        {
            var data = CardData.Of(page.View.Review.Id);
            data[PartKey] = part.ToString();
            yield return CardParts.Button(ReviewResultText.Title(part), Verbs.ShowReviewResults, data);
        }
    }

    private static IEnumerable<AdaptiveAction> Buttons(ReviewResultsPage page)
    {
        if (page.HasPrevious)
        {
            yield return Turn(page, "Previous", ReviewItemCard.Previous, page.Rows[0].Item.Number);
        }

        if (page.HasNext)
        {
            yield return Turn(page, "Next", ReviewItemCard.Next, page.Rows[^1].Item.Number);
        }

        if (page.View.Review.State is not ReviewState.InProgress)
        {
            yield return CardParts.Button("Export", Verbs.ExportReview, CardData.Of(page.View.Review.Id));
        }

        yield return CardParts.Button("Back", Verbs.AdministerReview, CardData.Of(page.View.Review.Id));
    }

    private static ActionExecute Turn(ReviewResultsPage page, string title, string direction, int from)
    {
        var data = CardData.Of(page.View.Review.Id);
        data[PartKey] = page.Part.ToString();
        data[DirectionKey] = direction;
        data[FromKey] = from.ToString(CultureInfo.InvariantCulture);
        return CardParts.Button(title, Verbs.ShowReviewResults, data);
    }
}
