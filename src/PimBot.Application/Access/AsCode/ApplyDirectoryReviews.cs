using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access.AsCode;

/// <summary>
/// Carries out a plan's changes of access reviews. A series that changes makes way for another one that goes on where it
/// stood: what runs keeps what it began with, and the audit has both.
/// </summary>
internal static class ApplyDirectoryReviews
{
    public static async Task RunAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        foreach (var edit in applying.Plan.Reviews.Where(e => !e.IsDrift))
        {
            var refusal =
                await EndAsync(applying, edit.Before, cancellation)
                ?? await BeginAsync(applying, edit.After, edit.Before?.WaitingSince, cancellation);
            if (refusal is not null)
            {
                var about = DirectoryOversightEntries.Of(edit, applying.Names).Subject;
                applying.Refuse(about, DirectoryRefusalWords.Of(refusal));
            }
        }
    }

    private static async Task<Refusal?> EndAsync(
        DirectoryApplying applying,
        DirectoryReview? review,
        CancellationToken cancellation
    )
    {
        if (review?.Ahead is not { } ahead)
        {
            return null;
        }

        var ended = await StopReview.EndSeriesAsync(
            applying.Work,
            applying.Actor,
            ahead,
            applying.IsByOperator,
            cancellation
        );
        return ended.Refusal;
    }

    private static async Task<Refusal?> BeginAsync(
        DirectoryApplying applying,
        DirectoryReview? review,
        DateTimeOffset? waitingSince,
        CancellationToken cancellation
    )
    {
        // A series that changes so that nothing lies ahead any more is merely ended.
        var from = waitingSince ?? applying.Work.Now;
        if (
            review is null
            || (!review.BeginsAtOnce && ReviewCalendar.NextAt(review.Settings, review.First, from) is null)
        )
        {
            return null;
        }

        var order = new StartReviewCommand(applying.Actor, review.Access, review.Settings)
        {
            Name = review.Name,
            Start = review.BeginsAtOnce ? null : review.First,
            IsContinuing = true,
            WaitingSince = waitingSince,
            IsByOperator = applying.IsByOperator,
        };
        return (await StartReview.RunAsync(applying.Work, order, cancellation)).Refusal;
    }
}
