using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>
/// A reviewer can't be reached: what only they could answer goes to the fallback reviewers, and so does what the chosen
/// reviewers were to answer when none of these can be reached. The reviewer may answer no less when they come back to a
/// pool that they are in.
/// </summary>
public static class ReplaceReviewer
{
    /// <returns>How many items others answer from now on.</returns>
    public static async Task<int> RunAsync(
        IPimUnitOfWork work,
        ReviewId id,
        PersonId person,
        CancellationToken cancellation
    )
    {
        if (await work.Reviews.FindAsync(id, cancellation) is not { State: ReviewState.InProgress } review)
        {
            return 0;
        }

        var reviewers = await work.ReviewItems.ReviewersAsync(id, cancellation);
        var roles = reviewers.Where(r => r.Person == person && !r.IsUnreachable).ToList();
        foreach (var role in roles)
        {
            work.ReviewItems.Update(role with { IsUnreachable = true });
        }

        var chosenLeft = reviewers.Any(r =>
            r is { Pool: ReviewerPool.Chosen, IsUnreachable: false } && r.Person != person
        );
        var moved = 0;
        if (roles.Any(r => r.Pool is ReviewerPool.One))
        {
            moved += await work.ReviewItems.FallBackAsync(id, person, cancellation);
        }

        if (!chosenLeft && roles.Any(r => r.Pool is ReviewerPool.Chosen))
        {
            moved += await work.ReviewItems.FallBackAsync(id, cancellation);
        }

        if (moved > 0)
        {
            await TakeOverAsync(work, review, person, moved, reviewers, cancellation);
        }

        return moved;
    }

    private static async Task TakeOverAsync(
        IPimUnitOfWork work,
        AccessReview review,
        PersonId person,
        int moved,
        IReadOnlyList<Reviewer> reviewers,
        CancellationToken cancellation
    )
    {
        var member = await work.Directory.FindPersonAsync(person, cancellation);
        var known = reviewers.Where(r => r.Pool is ReviewerPool.Fallback).Select(r => r.Person).ToHashSet();
        var fallback = await FallbackReviewers.ReadAsync(work, review, [member], cancellation);
        foreach (var added in fallback.Where(r => !known.Contains(r.Person)))
        {
            work.ReviewItems.Add(added);
        }

        var asked = fallback.Select(r => r.Person).Concat(known).Where(p => p != person).Distinct().ToList();
        work.Audit.Append(
            AuditEvents.Of(AuditAction.ReviewerReplaced, review, null, $"items={moved}") with
            {
                Subject = person,
            }
        );
        ReviewWord.Tell(work, ReviewNoticeKind.TakenOver, review, asked, person.Value);
    }
}
