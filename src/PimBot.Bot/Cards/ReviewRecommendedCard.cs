using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>Asks whether all that is recommended shall be taken, with what follows in numbers.</summary>
internal static class ReviewRecommendedCard
{
    public const string SeenKey = "seen";

    /// <param name="page">The review, for the reader's progress.</param>
    /// <param name="counts">What is recommended for what has no answer yet.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    /// <param name="typed">What stands in the field after a problem.</param>
    public static AdaptiveCard For(
        ReviewerPage page,
        RecommendedCounts counts,
        TimeZoneInfo zone,
        string? problem = null,
        string? typed = null
    )
    {
        var view = page.View;
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Literal("Take all recommendations?")),
            CardParts.Subtle(CardText.Of($"Review: {CardText.Escaped(view.Title, 150)}")),
        };
        if (problem is not null)
        {
            body.Add(CardParts.Band(ContainerStyle.Attention, CardText.Escaped(problem)));
        }

        body.Add(CardParts.Bold(CardText.Literal(Sum(counts))));
        body.Add(CardParts.Subtle(CardText.Literal(Rest(page, counts, zone))));
        body.Add(ReviewItemCard.Reason(view.Review.Settings.IsReasonRequired, typed));
        body.Add(ReviewItemCard.BeforeAnswering());
        var data = CardData.Of(view.Review.Id);
        data[SeenKey] = Seen(counts);
        return CardParts.Card(
            CardText.Of($"Take all recommendations of the review {view.Title}? {Sum(counts)}"),
            body,
            [
                CardParts.Button("Confirm", Verbs.TakeRecommended, data, ActionStyle.Positive),
                CardParts.Button("Back", Verbs.ShowReview, CardData.Of(view.Review.Id)) with
                {
                    AssociatedInputs = AssociatedInputs.None,
                },
            ]
        );
    }

    /// <summary>What the card showed, to be compared when it is confirmed.</summary>
    public static string Seen(RecommendedCounts counts) => $"{counts.Approve}/{counts.Deny}";

    private static string Sum(RecommendedCounts counts) =>
        $"{ReviewWords.Count(counts.Approve, "is", "are")} approved, {ReviewWords.Count(counts.Deny, "is", "are")} denied.";

    private static string Rest(ReviewerPage page, RecommendedCounts counts, TimeZoneInfo zone)
    {
        var kept = page.Progress.Answered switch
        {
            0 => "",
            1 => "The answer that was given already stays as it is. ",
            var many => $"The {many} answers that were given already stay as they are. ",
        };
        var until = Words.Moment(page.View.Review.EndsAt!.Value, page.View.Now, zone);
        var denied = counts.Deny > 0 ? "Whoever is denied loses the role when the results are applied. " : "";
        return $"{kept}{denied}Each answer can be changed until {until}.";
    }
}
