using PimBot.Bot.Reviews;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Cards;

/// <summary>A review for one of its reviewers, as they look at it: one after another, or as a list. Clients fetch it anew.</summary>
internal static class ReviewerCard
{
    /// <inheritdoc cref="ReviewItemCard.For"/>
    /// <param name="page">The review at the reader's place.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="channelUser">The reader's id on the channel; null: clients don't fetch it anew.</param>
    /// <param name="note">What was just done, or was wrong; null: nothing.</param>
    /// <param name="typed">What stands in the field for the reason after a problem.</param>
    public static AdaptiveCard For(
        ReviewerPage page,
        PersonId reader,
        TimeZoneInfo zone,
        string? channelUser,
        ReviewNote? note = null,
        string? typed = null
    )
    {
        if (
            page is { IsList: false, Progress.Total: 1, Items: [var only] }
            && ReviewRules.IsOwnQuestion(page.View.Review, only.Item)
        )
        {
            return ReviewQuestionCard
                .For(page.View, only, zone, note, typed)
                .Refreshing(Verbs.ShowOwnQuestion, CardData.Of(only.Item), page.View.IsOpen, channelUser);
        }

        var card = page.IsList
            ? ReviewListCard.For(page, reader, zone, note, typed)
            : ReviewItemCard.For(page, reader, zone, note, typed);
        return card.Refreshing(Verbs.ShowReview, CardData.Of(page.View.Review.Id), page.View.IsOpen, channelUser);
    }
}
