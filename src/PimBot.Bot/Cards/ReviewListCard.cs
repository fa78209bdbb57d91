using System.Globalization;
using System.Text.Json.Nodes;
using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>A review for one of its reviewers as a list, a page at a time; the answers of a page are saved at once.</summary>
internal static class ReviewListCard
{
    /// <summary>Rows on a page: with hostile names and all inputs still far below the largest card.</summary>
    public const int Most = 8;

    /// <summary>What each item's answer was when the card was made: only what differs is saved.</summary>
    public const string SeenKey = "seen";
    public const string FromKey = "from";
    private const string InputPrefix = "answer-";
    private const string NoAnswer = "-";

    /// <inheritdoc cref="ReviewItemCard.For"/>
    /// <param name="page">The review at the reader's place, with a page of its items.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="note">What was just done, or was wrong; null: nothing.</param>
    /// <param name="typed">What stands in the field for the reason after a problem.</param>
    /// <param name="chosen">What was chosen and could not be saved, by item.</param>
    public static AdaptiveCard For(
        ReviewerPage page,
        PersonId reader,
        TimeZoneInfo zone,
        ReviewNote? note = null,
        string? typed = null,
        IReadOnlyDictionary<Guid, ReviewVerdict>? chosen = null
    )
    {
        var view = page.View;
        var body = ReviewHead.Of(page, zone, note).ToList();
        body.AddRange(page.Items.SelectMany(row => Row(page, row, new PersonLabel(reader), zone, chosen)));
        if (page.Items.Count == 0)
        {
            body.Add(CardParts.Line(CardText.Literal("There is nothing for you to answer here.")));
        }
        else if (view.IsOpen)
        {
            var reason = ReviewItemCard.Reason(view.Review.Settings.IsReasonRequired, typed);
            body.Add(
                reason with
                {
                    Label = view.Review.Settings.IsReasonRequired
                        ? "Reason, for what you change here"
                        : "Reason, for what you change here (you may leave it empty)",
                    Separator = true,
                    Spacing = Spacing.Medium,
                    IsRequired = null,
                    ErrorMessage = null,
                }
            );
            body.Add(ReviewItemCard.BeforeAnswering());
        }

        return CardParts.Card(
            CardText.Of(
                $"Review: {view.Title}. {page.Progress.Answered} of {page.Progress.Total} answered. Say “reviews”."
            ),
            body,
            [.. Buttons(page)]
        );
    }

    /// <summary>The answers that differ from what the card showed; a client may have sent anything.</summary>
    public static IReadOnlyList<(Guid Item, ReviewVerdict Verdict, string Seen)> Changed(CardAction action)
    {
        var seen = (action.Text(SeenKey) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(':'))
            .Where(part => part.Length == 2)
            .Take(Most);
        var changed = new List<(Guid, ReviewVerdict, string)>();
        foreach (var part in seen)
        {
            if (
                Guid.TryParse(part[0], out var id)
                && action.Text(InputPrefix + id.ToString("N")) is { } value
                && value != part[1]
                && Enum.TryParse<ReviewVerdict>(value, out var verdict)
                && verdict is ReviewVerdict.Approve or ReviewVerdict.Deny or ReviewVerdict.DontKnow
            )
            {
                changed.Add((id, verdict, part[1]));
            }
        }

        return changed;
    }

    private static IEnumerable<AdaptiveElement> Row(
        ReviewerPage page,
        ReviewItemView row,
        PersonLabel who,
        TimeZoneInfo zone,
        IReadOnlyDictionary<Guid, ReviewVerdict>? chosen
    )
    {
        var view = page.View;
        yield return CardParts.RowHeading(ReviewItemText.Name(row));
        yield return CardParts.RowLine(ReviewItemText.Short(view, row, zone));
        if (view.Review.Settings.ShowsRecommendations)
        {
            yield return CardParts.RowLine(
                CardText.Literal($"Recommended: {ReviewWords.Recommended(row.Item.Recommendation)}")
            );
        }

        if (row.Item.Answer is { } answer && (answer.By != who.Reader || !view.IsOpen))
        {
            yield return CardParts.RowLine(
                CardText.Of($"{who.Of(answer.By, row.AnsweredBy)} answered: {ReviewWords.Verdict(answer.Verdict)}")
            );
        }

        if (view.IsOpen)
        {
            yield return Choice(row.Item, chosen);
        }
    }

    private static InputChoiceSet Choice(ReviewItem item, IReadOnlyDictionary<Guid, ReviewVerdict>? chosen) =>
        new()
        {
            Id = InputPrefix + item.Id.ToString("N"),
            Label = "Your answer",
            Spacing = Spacing.Small,
            Style = ChoiceInputStyle.Compact,
            Placeholder = "No answer yet",
            Choices =
            [
                .. Enum.GetValues<ReviewVerdict>()
                    .Where(v => v is not ReviewVerdict.NotReviewed)
                    .Select(v => new InputChoice(ReviewWords.Verdict(v), v.ToString())),
            ],
            Value = chosen?.TryGetValue(item.Id, out var verdict) is true
                ? verdict.ToString()
                : item.Answer?.Verdict.ToString(),
        };

    private static IEnumerable<AdaptiveAction> Buttons(ReviewerPage page)
    {
        var review = page.View.Review.Id;
        if (page is { View.IsOpen: true, Items.Count: > 0 })
        {
            var data = CardData.Of(review);
            data[SeenKey] = string.Join(' ', page.Items.Select(Seen));
            yield return CardParts.Button("Save answers", Verbs.SaveAnswers, data, ActionStyle.Positive);
        }

        if (page.HasPrevious)
        {
            yield return Turn("Previous", ReviewItemCard.Previous, review, page.Items[0].Item.Number);
        }

        if (page.HasNext)
        {
            yield return Turn("Next", ReviewItemCard.Next, review, page.Items[^1].Item.Number);
        }

        yield return CardParts.Button("One by one", Verbs.ReviewOneByOne, CardData.Of(review));
        if (ReviewHead.OffersRecommended(page))
        {
            yield return CardParts.Button("All as recommended", Verbs.AskRecommended, CardData.Of(review));
        }
    }

    /// <summary>The answer that the card shows of an item.</summary>
    public static string SeenOf(ReviewItem item) => item.Answer?.Verdict.ToString() ?? NoAnswer;

    private static string Seen(ReviewItemView row) => $"{row.Item.Id:N}:{SeenOf(row.Item)}";

    private static ActionExecute Turn(string title, string direction, ReviewId review, int from)
    {
        var data = CardData.Of(review);
        data[ReviewItemCard.DirectionKey] = direction;
        data[FromKey] = from.ToString(CultureInfo.InvariantCulture);
        return CardParts.Button(title, Verbs.ReviewAsList, data);
    }
}
