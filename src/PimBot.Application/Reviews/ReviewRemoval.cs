using PimBot.Application.Access;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Removes what a review denied, through the same door as every administrator's order.</summary>
internal static class ReviewRemoval
{
    /// <summary>Removes one assignment, unless it is another than the one that was reviewed, and records what became of it.</summary>
    public static async Task RunAsync(
        IPimUnitOfWork work,
        AccessReview review,
        ReviewItem item,
        CancellationToken cancellation
    )
    {
        var existing = await work.Assignments.FindAsync(item.Assignment, cancellation);
        if (ReviewOutcome.Meanwhile(item, review, existing, work.Now) is { } meanwhile)
        {
            Save(work, review, item, item with { Result = meanwhile, RetryAt = null });
            return;
        }

        var order = await OrderAsync(work, review, item, cancellation);
        var removal = await ChangeAssignment.RunAsync(work, order, cancellation);
        var settled = ReviewOutcome.Removed(item, removal);
        Save(work, review, item, settled);
        if (settled.Result is ReviewItemResult.Removed)
        {
            await ReviewWord.RemovedAsync(work, review, settled, cancellation);
        }
    }

    /// <summary>What waited for another administrator, or another owner, is settled or waits for the other now: the review's result says so. Nothing where no review is the cause.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="before">The order as it was stored; null: it is carried out at once.</param>
    /// <param name="settled">What became of it.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task SettledAsync(
        IPimUnitOfWork work,
        AssignmentRequest? before,
        AssignmentRequest settled,
        CancellationToken cancellation
    )
    {
        if (
            before is null
            || settled.Review is not { } id
            || await work.Reviews.FindAsync(id, cancellation) is not { } review
            || await work.ReviewItems.FindByRemovalAsync(settled.Id, cancellation) is not { } item
        )
        {
            return;
        }

        Save(work, review, item, ReviewOutcome.Settled(item, settled));
        if (settled.State is RequestState.Revoked)
        {
            await ReviewWord.RemovedAsync(work, review, item, cancellation);
        }
    }

    private static async Task<AssignmentCommand> OrderAsync(
        IPimUnitOfWork work,
        AccessReview review,
        ReviewItem item,
        CancellationToken cancellation
    ) =>
        new()
        {
            Action = RequestAction.AdminRemove,
            Actor = review.CreatedBy,
            Assignment = item.Assignment,
            Review = review.Id,
            Ask = new AssignmentAsk
            {
                Type = item.Type,
                Justification = await JustificationAsync(work, review, item, cancellation),
            },
        };

    private static async Task<string> JustificationAsync(
        IPimUnitOfWork work,
        AccessReview review,
        ReviewItem item,
        CancellationToken cancellation
    )
    {
        var about = $"Access review “{review.Name}”: ";
        if (item.Answer is not { } answer)
        {
            return review.Settings.WhenSilent is SilenceRule.TakeRecommendation
                ? about + "nobody answered, and the recommendation was to deny."
                : about + "nobody answered.";
        }

        var reviewer = await work.Directory.FindPersonAsync(answer.By, cancellation);
        var denied = about + $"denied by {reviewer?.Name ?? "someone who left"}";
        return answer.Reason.Length == 0 ? denied + "." : $"{denied}: {answer.Reason}";
    }

    private static void Save(IPimUnitOfWork work, AccessReview review, ReviewItem before, ReviewItem after)
    {
        work.ReviewItems.Update(before, after);
        work.Audit.Append(
            AuditEvents.Of(
                AuditAction.ReviewItemSettled,
                review,
                after,
                null,
                after.Reason is { } reason ? $"{after.Result}:{reason}" : $"{after.Result}"
            )
        );
    }
}
