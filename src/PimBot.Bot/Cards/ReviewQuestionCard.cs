using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>One question to somebody about themselves: do they still need what they have?</summary>
internal static class ReviewQuestionCard
{
    public const string AnswerKey = "answer";

    /// <param name="view">The review.</param>
    /// <param name="row">The one item.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="note">What was just done, or was wrong; null: nothing.</param>
    /// <param name="typed">What stands in the field for the reason after a problem.</param>
    public static AdaptiveCard For(
        ReviewView view,
        ReviewItemView row,
        TimeZoneInfo zone,
        ReviewNote? note = null,
        string? typed = null
    )
    {
        var body = new List<AdaptiveElement> { CardParts.Heading(Heading(view)) };
        if (note is not null)
        {
            var style = note.IsProblem ? ContainerStyle.Attention : ContainerStyle.Emphasis;
            body.Add(CardParts.Band(style, CardText.Escaped(note.Text)));
        }

        if (!view.IsOpen)
        {
            var (style, text) = ReviewStateWords.Of(view, zone);
            body.Add(CardParts.Band(style, CardText.Escaped(text)));
        }
        else if (row.Item.Answer is null)
        {
            body.Add(CardParts.Line(CardText.Of($"{Asks(view)} Answer until {Until(view, zone)}.")));
            body.Add(CardParts.Subtle(CardText.Literal(Silent(view, row.Item))));
        }

        body.Add(ReviewItemText.Facts(view, row, zone));
        body.AddRange(Answer(view, row, zone));
        if (!view.IsOpen)
        {
            return CardParts.Card(Heading(view), body);
        }

        body.Add(ReviewItemCard.Reason(view.Review.Settings.IsReasonRequired, typed));
        return CardParts.Card(
            CardText.Of($"{Heading(view)} Answer until {Until(view, zone)}. Say “reviews”."),
            body,
            [
                Button("Yes, I need it", ReviewVerdict.Approve, row.Item, ActionStyle.Positive),
                Button("No, take it away", ReviewVerdict.Deny, row.Item, ActionStyle.Destructive),
                Button("Don’t know", ReviewVerdict.DontKnow, row.Item, null),
            ]
        );
    }

    private static CardText Heading(ReviewView view) =>
        CardText.Of($"Do you still need {CardText.Escaped(view.What, 150)}?");

    private static string Asks(ReviewView view) =>
        view.CreatedBy is { } starter ? $"{starter.Name} asks everybody who has it." : "Everybody who has it is asked.";

    private static string Until(ReviewView view, TimeZoneInfo zone) =>
        Words.Moment(view.Review.EndsAt!.Value, view.Now, zone);

    private static string Silent(ReviewView view, ReviewItem item) =>
        view.Review.Settings.WhenSilent switch
        {
            SilenceRule.Remove => "If you don’t answer, you lose it.",
            SilenceRule.TakeRecommendation when item.Recommendation.Verdict is ReviewVerdict.Deny =>
                "If you don’t answer, the recommendation is taken: you lose it.",
            _ => "If you don’t answer, you keep it.",
        };

    private static IEnumerable<AdaptiveElement> Answer(ReviewView view, ReviewItemView row, TimeZoneInfo zone)
    {
        if (row.Item.Answer is not { } answer)
        {
            yield break;
        }

        var (style, text) = answer.Verdict switch
        {
            ReviewVerdict.Approve => (ContainerStyle.Good, "You answered: I still need it"),
            ReviewVerdict.Deny => (ContainerStyle.Attention, "You answered: I don’t need it any more"),
            _ => (ContainerStyle.Emphasis, "You answered: I don’t know"),
        };
        yield return CardParts.Band(
            style,
            CardText.Literal(text),
            view.IsOpen ? CardText.Literal($"You can change it until {Until(view, zone)}.") : null
        );
        if (answer.Reason.Length > 0)
        {
            yield return CardParts.Words("Your reason", answer.Reason);
        }
    }

    private static ActionExecute Button(string title, ReviewVerdict verdict, ReviewItem item, ActionStyle? style)
    {
        var data = CardData.Of(item);
        data[AnswerKey] = verdict.ToString();
        return CardParts.Button(title, Verbs.AnswerOwnQuestion, data, style);
    }
}
