using PimBot.Application.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>Tells somebody that a review took a role from them, and why.</summary>
internal static class ReviewRemovedCard
{
    public static AdaptiveCard For(ReviewView view, ReviewItemView row)
    {
        var heading = CardText.Of($"Your role {CardText.Escaped(view.What, 150)} was removed");
        var kind = row.Item.Type is Domain.Access.AssignmentType.Eligible ? "can no longer activate" : "no longer have";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(heading),
            CardParts.Band(
                ContainerStyle.Attention,
                CardText.Of($"You {CardText.Literal(kind)} {CardText.Escaped(view.What, 150)}"),
                CardText.Of($"That is the result of the access review “{CardText.Escaped(view.Title, 150)}”.")
            ),
        };
        if (row.Assignee.Group is { } group)
        {
            body.Add(CardParts.Line(CardText.Of($"It was the group {CardText.Escaped(group.Name, 120)} that had it.")));
        }

        body.Add(CardParts.Line(Why(view, row)));
        if (row.Item.Answer is { Reason.Length: > 0 } answer)
        {
            body.Add(CardParts.Words("Reason", answer.Reason));
        }

        body.Add(CardParts.Subtle(CardText.Literal("If you still need it, ask an administrator of the role.")));
        return CardParts.Card(heading, body, [CardParts.Command("My roles", "my roles")]);
    }

    private static CardText Why(ReviewView view, ReviewItemView row)
    {
        if (row.Item.Answer is not { } answer)
        {
            var silence =
                view.Review.Settings.WhenSilent is SilenceRule.TakeRecommendation
                    ? $"Nobody answered, and the recommendation was taken: {ReviewWords.Reason(row.Item.Recommendation.Reason)}."
                    : "Nobody answered, and that means removal in this review.";
            return CardText.Literal(silence);
        }

        return answer.By == row.Item.Principal.Person
            ? CardText.Literal("You answered that you don’t need it any more.")
            : CardText.Of($"{CardText.Escaped(row.AnsweredBy ?? "A reviewer", 120)} reviewed it and denied it.");
    }
}
