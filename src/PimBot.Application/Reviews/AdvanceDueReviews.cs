using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>
/// Does what time does to reviews: occurrences begin, reviewers are reminded, and at the end everything is decided and
/// applied, a part in each unit of work, so that it goes on where it was broken off.
/// </summary>
public sealed class AdvanceDueReviews(DueWork due) : IBackgroundPass
{
    /// <summary>How many items are decided in one unit of work.</summary>
    private const int MostDecided = 200;

    /// <summary>How many removals there are in one unit of work.</summary>
    private const int MostRemoved = 50;

    public string Name => "access reviews";

    public Task<int> RunOnceAsync(CancellationToken cancellation) =>
        due.RunAsync(
            (work, most, lease, stop) => work.Reviews.ClaimDueAsync(most, lease, stop),
            AdvanceAsync,
            cancellation
        );

    private static async Task AdvanceAsync(IPimUnitOfWork work, AccessReview claimed, CancellationToken cancellation)
    {
        var review = await work.Reviews.FindAsync(claimed.Id, cancellation);
        if (review?.NextDue is not { } dueAt || dueAt > work.Now)
        {
            return;
        }

        switch (review.State)
        {
            case ReviewState.NotStarted:
                await ReviewStart.AtItsTimeAsync(work, review, cancellation);
                break;
            case ReviewState.InProgress when work.Now < review.EndsAt:
                await RemindAsync(work, review, cancellation);
                break;
            case ReviewState.InProgress:
                work.Reviews.Update(review, ReviewLife.End(review));
                break;
            case ReviewState.Completing:
                await CompleteAsync(work, review, cancellation);
                break;
            case ReviewState.Completed:
                Apply(work, review);
                break;
            default:
                await ApplyAsync(work, review, cancellation);
                break;
        }
    }

    // Half time: who can't review any more is replaced, and who still owes answers is reminded.
    private static async Task RemindAsync(IPimUnitOfWork work, AccessReview review, CancellationToken cancellation)
    {
        work.Reviews.Update(review, ReviewLife.Remind(review));
        var ids = (await work.ReviewItems.ReviewersAsync(review.Id, cancellation)).Select(r => r.Person).ToHashSet();
        var people = await work.Directory.PeopleAsync(ids, cancellation);
        var able = people.Where(ReviewRules.MayReview).ToList();
        foreach (var gone in ids.Except(able.Select(p => p.Id)))
        {
            await ReplaceReviewer.RunAsync(work, review.Id, gone, cancellation);
        }

        if (!review.Settings.IsReminderSent)
        {
            return;
        }

        await RemindReviewers.TellAsync(work, review, null, null, cancellation);
    }

    private static async Task CompleteAsync(IPimUnitOfWork work, AccessReview review, CancellationToken cancellation)
    {
        var filter = new ReviewItemFilter(review.Id) { Result = ReviewItemResult.Open };
        var open = await work.ReviewItems.ListAsync(filter, MostDecided, cancellation);
        var silent = open.Where(item => item.Answer is null).ToList();
        var reviewers = await work.ReviewItems.ReviewersAsync(review.Id, cancellation);
        var unasked = (await UnanswerableItems.AmongAsync(work, silent, reviewers, cancellation))
            .Select(item => item.Id)
            .ToHashSet();
        foreach (var item in open)
        {
            var completed = ReviewOutcome.Completed(item, review.Settings.WhenSilent, !unasked.Contains(item.Id));
            work.ReviewItems.Update(item, completed);
        }

        if (open.Count == MostDecided)
        {
            GoOn(work, review);
            return;
        }

        var totals = await work.ReviewItems.TotalsAsync(review.Id, cancellation);
        var ended = ReviewLife.Complete(review, work.Now);
        var detail =
            $"approved={totals.Of(ReviewVerdict.Approve)} denied={totals.Of(ReviewVerdict.Deny)} "
            + $"unknown={totals.Of(ReviewVerdict.DontKnow)} silent={totals.Items - totals.Answered}:{review.Settings.WhenSilent}";
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewCompleted, ended, null, detail));
        await ReviewWord.SettledAsync(work, ended, cancellation);
        if (totals.Of(ReviewItemResult.ToRemove) == 0)
        {
            // Nothing is to be changed, so nobody need apply anything.
            await AppliedAsync(work, review, ended, totals, cancellation);
            return;
        }

        work.Reviews.Update(review, ended);
        if (!review.Settings.IsAutoApplied)
        {
            await ReviewWord.AdministratorsAsync(work, ReviewNoticeKind.Completed, ended, cancellation);
        }
    }

    private static void Apply(IPimUnitOfWork work, AccessReview review)
    {
        var applying = ReviewLife.Apply(review, null);
        work.Reviews.Update(review, applying);
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewApplying, applying, null));
    }

    private static async Task ApplyAsync(IPimUnitOfWork work, AccessReview review, CancellationToken cancellation)
    {
        var filter = new ReviewItemFilter(review.Id) { Result = ReviewItemResult.ToRemove, DueAt = work.Now };
        var denied = await work.ReviewItems.ListAsync(filter, MostRemoved, cancellation);
        foreach (var item in denied)
        {
            await ReviewRemoval.RunAsync(work, review, item, cancellation);
        }

        if (denied.Count == MostRemoved)
        {
            GoOn(work, review);
        }
        else if (await work.ReviewItems.NextRetryAsync(review.Id, cancellation) is { } at)
        {
            work.Reviews.Update(review, ReviewLife.ApplyLater(review, at));
        }
        else
        {
            var totals = await work.ReviewItems.TotalsAsync(review.Id, cancellation);
            await AppliedAsync(work, review, review, totals, cancellation);
        }
    }

    private static async Task AppliedAsync(
        IPimUnitOfWork work,
        AccessReview before,
        AccessReview review,
        ReviewTotals totals,
        CancellationToken cancellation
    )
    {
        var applied = ReviewLife.Applied(review, work.Now);
        work.Reviews.Update(before, applied);
        var detail = string.Join(' ', totals.Results.OrderBy(r => r.Key).Select(r => $"{r.Key}={r.Value}"));
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewApplied, applied, review.SettledBy, detail));
        await ReviewWord.AdministratorsAsync(work, ReviewNoticeKind.Applied, applied, cancellation);
    }

    // Ends the lease: the next unit of work takes it up at once.
    private static void GoOn(IPimUnitOfWork work, AccessReview review) => work.Reviews.Update(review, review);
}
