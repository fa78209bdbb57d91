using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>
/// A reviewer can't be reached: what only they could answer goes to the fallback reviewers, and so does what the chosen
/// reviewers were to answer when none of these can be reached. Where no fallback reviewer can be reached either, who
/// manages the scope is asked. Whoever is in a pool stays in it, and may answer when they come back.
/// </summary>
public static class ReplaceReviewer
{
    private const int PageSize = 500;

    /// <returns>How many items others are asked to answer from now on.</returns>
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
        var pools = reviewers.Where(r => r.Person == person && !r.IsUnreachable).ToList();
        if (pools.Count == 0)
        {
            return 0;
        }

        pools.ForEach(pool => work.ReviewItems.Update(pool with { IsUnreachable = true }));
        var reachable = reviewers.Where(r => !r.IsUnreachable && r.Person != person).ToList();
        var moved = 0;
        if (pools.Exists(r => r.Pool is ReviewerPool.One))
        {
            moved += await work.ReviewItems.FallBackAsync(id, person, cancellation);
        }

        if (pools.Exists(r => r.Pool is ReviewerPool.Chosen) && !reachable.Exists(r => r.Pool is ReviewerPool.Chosen))
        {
            moved += await work.ReviewItems.FallBackAsync(id, cancellation);
        }

        return moved > 0 || pools.Exists(r => r.Pool is ReviewerPool.Fallback)
            ? await TakeOverAsync(work, review, person, reviewers, cancellation)
            : 0;
    }

    private static async Task<int> TakeOverAsync(
        IPimUnitOfWork work,
        AccessReview review,
        PersonId person,
        IReadOnlyList<Reviewer> reviewers,
        CancellationToken cancellation
    )
    {
        var open = await OpenAsync(work, review.Id, cancellation);
        if (open.Count == 0)
        {
            return 0;
        }

        var ids = open.Select(item => item.Principal.Person).OfType<PersonId>().ToHashSet();
        var people = (await work.Directory.PeopleAsync(ids, cancellation)).ToDictionary(p => p.Id);
        var members = open.ConvertAll(item =>
            item.Principal.Person is { } member ? people.GetValueOrDefault(member) : null
        );
        var unreachable = reviewers.Where(r => r.IsUnreachable).Select(r => r.Person).Append(person).ToHashSet();
        var asked = await FallbackReviewers.ReadAsync(work, review, members, unreachable, cancellation);
        var known = reviewers.Where(r => r.Pool is ReviewerPool.Fallback).Select(r => r.Person).ToHashSet();
        foreach (var added in asked.Where(r => !known.Contains(r.Person)))
        {
            work.ReviewItems.Add(added);
        }

        work.Audit.Append(
            AuditEvents.Of(AuditAction.ReviewerReplaced, review, null, $"items={open.Count} by={asked.Count}") with
            {
                Subject = person,
            }
        );
        ReviewWord.Tell(work, ReviewNoticeKind.TakenOver, review, asked.Select(r => r.Person), person.Value);
        return open.Count;
    }

    private static async Task<List<ReviewItem>> OpenAsync(
        IPimUnitOfWork work,
        ReviewId review,
        CancellationToken cancellation
    )
    {
        var found = new List<ReviewItem>();
        var filter = new ReviewItemFilter(review) { IsUnanswered = true };
        IReadOnlyList<ReviewItem> page;
        do
        {
            page = await work.ReviewItems.ListAsync(filter, PageSize, cancellation);
            found.AddRange(page.Where(item => item.Pool is ReviewerPool.Fallback));
            filter = page is [.., var last] ? filter with { After = last.Number } : filter;
        } while (page.Count == PageSize);

        return found;
    }
}
