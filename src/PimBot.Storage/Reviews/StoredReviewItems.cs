using Microsoft.EntityFrameworkCore;
using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;
using PimBot.Storage.Work;

namespace PimBot.Storage.Reviews;

internal sealed class StoredReviewItems(Session session) : IReviewItems
{
    private readonly GuardedRows<ReviewItemRow, ReviewItemResult> rows = new(session);

    public async Task<ReviewItem?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.ReviewItems.FirstOrDefaultAsync(row => row.Id == id, cancellation))?.ToItem();
    }

    public async Task<ReviewItem?> FindAsync(ReviewId review, Guid assignment, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db.ReviewItems.FirstOrDefaultAsync(
            row => row.Review == review && row.Assignment == assignment,
            cancellation
        );
        return row?.ToItem();
    }

    public async Task<ReviewItem?> FindByRemovalAsync(RequestId removal, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.ReviewItems.FirstOrDefaultAsync(row => row.Removal == removal, cancellation))?.ToItem();
    }

    public async Task<IReadOnlyList<ReviewItem>> ListAsync(
        ReviewItemFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var query = db.ReviewItems.Where(row => row.Review == filter.Review && row.Number > filter.After);
        query = filter.Reviewer is { } reviewer ? OfReviewer(db, query, reviewer) : query;
        query = filter.IsUnanswered ? query.Where(row => row.Verdict == null) : query;
        query = filter.Result is { } result ? query.Where(row => row.Result == result) : query;
        query = filter.Results is { Count: > 0 } results ? query.Where(row => results.Contains(row.Result)) : query;
        query = filter.Before is { } before ? query.Where(row => row.Number < before) : query;
        query = filter.DueAt is { } at ? query.Where(row => row.RetryAt == null || row.RetryAt <= at) : query;
        var ordered = filter.Before is null
            ? query.OrderBy(row => row.Number)
            : query.OrderByDescending(row => row.Number);
        var found = await ordered.Take(most).ToListAsync(cancellation);
        return found.ConvertAll(row => row.ToItem());
    }

    public async Task<ReviewProgress> ProgressAsync(ReviewId review, Person reviewer, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var counts = await OfReviewer(db, db.ReviewItems.Where(row => row.Review == review), reviewer)
            .GroupBy(row => row.Verdict == null)
            .Select(group => new { IsOpen = group.Key, Items = group.Count() })
            .ToListAsync(cancellation);
        return new ReviewProgress(
            counts.Where(count => !count.IsOpen).Sum(count => count.Items),
            counts.Sum(count => count.Items)
        );
    }

    public async Task<ReviewTotals> TotalsAsync(ReviewId review, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var counts = await db
            .ReviewItems.Where(row => row.Review == review)
            .GroupBy(row => new { row.Verdict, row.Result })
            .Select(group => new
            {
                group.Key.Verdict,
                group.Key.Result,
                Items = group.Count(),
            })
            .ToListAsync(cancellation);
        return new ReviewTotals
        {
            Items = counts.Sum(count => count.Items),
            Answered = counts.Where(count => count.Verdict is not null).Sum(count => count.Items),
            Answers = counts
                .Where(count => count.Verdict is not null)
                .GroupBy(count => count.Verdict!.Value)
                .ToDictionary(group => group.Key, group => group.Sum(count => count.Items)),
            Results = counts
                .GroupBy(count => count.Result)
                .ToDictionary(group => group.Key, group => group.Sum(count => count.Items)),
        };
    }

    public async Task<DateTimeOffset?> NextRetryAsync(ReviewId review, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await db
            .ReviewItems.Where(row =>
                row.Review == review && row.Result == ReviewItemResult.ToRemove && row.RetryAt != null
            )
            .OrderBy(row => row.RetryAt)
            .Select(row => row.RetryAt)
            .FirstOrDefaultAsync(cancellation);
    }

    public async Task<IReadOnlyList<Reviewer>> ReviewersAsync(ReviewId review, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var found = await db
            .Reviewers.Where(row => row.Review == review)
            .OrderBy(row => row.Person)
            .ToListAsync(cancellation);
        return found.ConvertAll(row => row.ToReviewer());
    }

    public async Task<IReadOnlyList<ReviewerPool>> PoolsOfAsync(
        ReviewId review,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return await db
            .Reviewers.Where(row => row.Review == review && row.Person == person)
            .Select(row => row.Pool)
            .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<PersonId>> OwingAloneAsync(ReviewId review, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var found = await db
            .ReviewItems.Where(row => row.Review == review && row.Reviewer != null && row.Verdict == null)
            .Select(row => row.Reviewer)
            .Distinct()
            .ToListAsync(cancellation);
        return found.ConvertAll(person => person!.Value);
    }

    public void Add(ReviewItem item) => rows.Add(ReviewItemRow.Of(item));

    public void Update(ReviewItem before, ReviewItem after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        rows.Update(ReviewItemRow.Of(before), ReviewItemRow.Of(after));
    }

    public void Add(Reviewer reviewer) => session.Change().Reviewers.Add(ReviewerRow.Of(reviewer));

    public void Update(Reviewer reviewer) => session.Change().Reviewers.Update(ReviewerRow.Of(reviewer));

    public async Task<int> ClearAnswersAsync(ReviewId review, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        return await db
            .ReviewItems.Where(row => row.Review == review && row.Verdict != null)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(item => item.Verdict, (ReviewVerdict?)null)
                        .SetProperty(item => item.Answer, (ReviewAnswer?)null)
                        .SetProperty(item => item.Version, item => item.Version + 1),
                cancellation
            );
    }

    public async Task<int> FallBackAsync(ReviewId review, PersonId reviewer, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        return await FallBackAsync(
            db.ReviewItems.Where(row => row.Review == review && row.Reviewer == reviewer),
            cancellation
        );
    }

    public async Task<int> FallBackAsync(ReviewId review, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        return await FallBackAsync(
            db.ReviewItems.Where(row => row.Review == review && row.Pool == ReviewerPool.Chosen),
            cancellation
        );
    }

    private static Task<int> FallBackAsync(IQueryable<ReviewItemRow> items, CancellationToken cancellation) =>
        items
            .Where(row => row.Verdict == null)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(item => item.Pool, ReviewerPool.Fallback)
                        .SetProperty(item => item.Reviewer, (PersonId?)null)
                        .SetProperty(item => item.Version, item => item.Version + 1),
                cancellation
            );

    // Nobody answers, in a pool, about themselves or an account that is linked to them.
    private static IQueryable<ReviewItemRow> OfReviewer(PimContext db, IQueryable<ReviewItemRow> items, Person reviewer)
    {
        var id = reviewer.Id;
        // Whoever is linked to nobody has no other account above; no id is the person's own.
        var linked = reviewer.LinkedTo ?? id;
        return items.Where(row =>
            row.Reviewer == id
            || (
                row.Pool != ReviewerPool.One
                && db.Reviewers.Any(pool => pool.Review == row.Review && pool.Person == id && pool.Pool == row.Pool)
                && (
                    row.Person == null
                    || !db.People.Any(person =>
                        person.Id == row.Person
                        && (
                            person.Id == id || person.Id == linked || person.LinkedTo == id || person.LinkedTo == linked
                        )
                    )
                )
            )
        );
    }
}
