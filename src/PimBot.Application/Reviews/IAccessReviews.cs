using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Series of access reviews and their occurrences, past and present.</summary>
public interface IAccessReviews
{
    Task<ReviewSeries?> FindSeriesAsync(ReviewSeriesId id, CancellationToken cancellation);

    /// <summary>Series, newest first, from the one after <paramref name="before"/> on; null: from the newest.</summary>
    Task<IReadOnlyList<ReviewSeries>> ListSeriesAsync(ReviewSeriesId? before, int most, CancellationToken cancellation);

    Task<AccessReview?> FindAsync(ReviewId id, CancellationToken cancellation);

    /// <summary>The review of this role and scope that runs; at most one: a unique index stands behind it.</summary>
    Task<AccessReview?> FindRunningAsync(RoleScope access, CancellationToken cancellation);

    /// <summary>The occurrence of the series that lies ahead; at most one.</summary>
    Task<AccessReview?> FindNotStartedAsync(ReviewSeriesId series, CancellationToken cancellation);

    /// <summary>Reviews that match, newest first.</summary>
    Task<IReadOnlyList<AccessReview>> ListAsync(ReviewFilter filter, int most, CancellationToken cancellation);

    /// <summary>The reviews under way in which the person reviews, those that end first before others.</summary>
    Task<IReadOnlyList<AccessReview>> OfReviewerAsync(PersonId person, CancellationToken cancellation);

    void Add(ReviewSeries series);

    /// <summary>Saves the next version if id, state and version are still those that were loaded; otherwise the unit of work is run again.</summary>
    void Update(ReviewSeries before, ReviewSeries after);

    void Add(AccessReview review);

    /// <inheritdoc cref="Update(ReviewSeries, ReviewSeries)"/>
    void Update(AccessReview before, AccessReview after);

    /// <summary>
    /// Takes up to <paramref name="most"/> reviews with <see cref="AccessReview.NextDue"/> in the past for
    /// <paramref name="lease"/>, most overdue first. An update ends the lease.
    /// </summary>
    Task<IReadOnlyList<AccessReview>> ClaimDueAsync(int most, TimeSpan lease, CancellationToken cancellation);
}
