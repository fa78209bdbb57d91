using PimBot.Bot.Reviews;
using PimBot.Channel.Cards;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Wording;

/// <summary>How a review stands, in one line, and the colour that repeats it.</summary>
internal static class ReviewStateWords
{
    public static (ContainerStyle Style, string Text) Of(ReviewView view, TimeZoneInfo zone)
    {
        var review = view.Review;
        string At(DateTimeOffset? moment) => moment is { } at ? Words.Moment(at, view.Now, zone) : "soon";
        return review.State switch
        {
            ReviewState.NotStarted when review.RetryAt is not null => (
                ContainerStyle.Attention,
                "Waits until another review of the same role is over"
            ),
            ReviewState.NotStarted => (ContainerStyle.Emphasis, $"Begins {At(review.ScheduledStart)}"),
            ReviewState.InProgress when view.Now < review.EndsAt => (
                ContainerStyle.Accent,
                $"Running until {At(review.EndsAt)}"
            ),
            ReviewState.InProgress or ReviewState.Completing => (
                ContainerStyle.Emphasis,
                $"Over since {At(review.EndsAt)}; the answers are being counted"
            ),
            ReviewState.Completed when review.Settings.IsAutoApplied => (
                ContainerStyle.Emphasis,
                "Over; the results are about to be applied"
            ),
            ReviewState.Completed => (
                ContainerStyle.Warning,
                $"Over since {At(review.EndsAt)}. The results wait to be applied"
            ),
            ReviewState.Applying => (ContainerStyle.Emphasis, "The results are being applied"),
            ReviewState.Applied when view.Totals.Of(ReviewItemResult.Waiting) > 0 => (
                ContainerStyle.Warning,
                $"Applied {At(review.SettledAt)}. Some removals still wait"
            ),
            ReviewState.Applied => (ContainerStyle.Good, $"Over since {At(review.EndsAt)}; results applied"),
            _ => (ContainerStyle.Emphasis, $"Stopped {By(view)}{At(review.SettledAt)}. Nothing was changed"),
        };
    }

    private static string By(ReviewView view) => view.SettledBy is { } person ? $"by {person.Name}, " : "";
}
