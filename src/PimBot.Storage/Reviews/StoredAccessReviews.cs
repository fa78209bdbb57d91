using Microsoft.EntityFrameworkCore;
using PimBot.Application.Reviews;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;
using PimBot.Storage.Work;

namespace PimBot.Storage.Reviews;

internal sealed class StoredAccessReviews(Session session) : IAccessReviews
{
    private readonly GuardedRows<ReviewSeriesRow, ReviewSeriesState> series = new(session);
    private readonly GuardedRows<AccessReviewRow, ReviewState> reviews = new(session);

    public async Task<ReviewSeries?> FindSeriesAsync(ReviewSeriesId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.ReviewSeries.FirstOrDefaultAsync(row => row.Id == id, cancellation))?.ToSeries();
    }

    public async Task<IReadOnlyList<ReviewSeries>> ListSeriesAsync(
        ReviewSeriesId? before,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        var older = before is { Value: var newer }
            ? db.ReviewSeries.FromSql($"SELECT * FROM review_series WHERE id < {newer}")
            : db.ReviewSeries;
        var found = await older.OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellation);
        return found.ConvertAll(row => row.ToSeries());
    }

    public async Task<AccessReview?> FindAsync(ReviewId id, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.AccessReviews.FirstOrDefaultAsync(row => row.Id == id, cancellation))?.ToReview();
    }

    public async Task<AccessReview?> FindRunningAsync(RoleScope access, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db.AccessReviews.FirstOrDefaultAsync(
            row =>
                row.Role == access.Role
                && row.Scope == access.Scope
                && (row.State == ReviewState.InProgress || row.State == ReviewState.Completing),
            cancellation
        );
        return row?.ToReview();
    }

    public async Task<AccessReview?> FindNotStartedAsync(ReviewSeriesId series, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db
            .AccessReviews.Where(row => row.Series == series && row.State == ReviewState.NotStarted)
            .OrderBy(row => row.Occurrence)
            .FirstOrDefaultAsync(cancellation);
        return row?.ToReview();
    }

    public async Task<IReadOnlyList<AccessReview>> ListAsync(
        ReviewFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        IQueryable<AccessReviewRow> query = filter.Before is { Value: var newer }
            ? db.AccessReviews.FromSql($"SELECT * FROM access_reviews WHERE id < {newer}")
            : db.AccessReviews;
        query = filter.Series is { } of ? query.Where(row => row.Series == of) : query;
        query = filter.Access is { } access
            ? query.Where(row => row.Role == access.Role && row.Scope == access.Scope)
            : query;
        query = filter.IsWithoutUnbegun
            ? query.Where(row => row.State != ReviewState.Stopped || row.StartedAt != null)
            : query;
        query = filter.State is { } state ? query.Where(row => row.State == state) : query;
        return await ListAsync(query.OrderByDescending(row => row.Id).Take(most), cancellation);
    }

    public async Task<IReadOnlyList<AccessReview>> OfReviewerAsync(PersonId person, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.AccessReviews.Where(row =>
                    row.State == ReviewState.InProgress
                    && db.Reviewers.Where(reviewer => reviewer.Person == person)
                        .Select(reviewer => reviewer.Review)
                        .Contains(row.Id)
                )
                .OrderBy(row => row.EndsAt)
                .ThenBy(row => row.Id),
            cancellation
        );
    }

    public void Add(ReviewSeries series) => this.series.Add(ReviewSeriesRow.Of(series));

    public void Update(ReviewSeries before, ReviewSeries after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        series.Update(ReviewSeriesRow.Of(before), ReviewSeriesRow.Of(after));
    }

    public void Add(AccessReview review) => reviews.Add(AccessReviewRow.Of(review));

    public void Update(AccessReview before, AccessReview after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Id, before.Id);
        reviews.Update(AccessReviewRow.Of(before), AccessReviewRow.Of(after));
    }

    public async Task<IReadOnlyList<AccessReview>> ClaimDueAsync(
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
    {
        var claimed = await DueRows.ClaimAsync(session, db => db.AccessReviews, most, lease, cancellation);
        return [.. claimed.Select(row => row.ToReview())];
    }

    private static async Task<IReadOnlyList<AccessReview>> ListAsync(
        IQueryable<AccessReviewRow> query,
        CancellationToken cancellation
    ) => (await query.ToListAsync(cancellation)).ConvertAll(row => row.ToReview());
}
