using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>The members under review and their reviewers. One assignment is one item of a review: a unique index stands behind it.</summary>
public interface IReviewItems
{
    Task<ReviewItem?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>The item of an assignment in a review.</summary>
    Task<ReviewItem?> FindAsync(ReviewId review, Guid assignment, CancellationToken cancellation);

    /// <summary>Items that match, by number; downwards where the filter has a <see cref="ReviewItemFilter.Before"/>.</summary>
    Task<IReadOnlyList<ReviewItem>> ListAsync(ReviewItemFilter filter, int most, CancellationToken cancellation);

    /// <summary>
    /// How many items a reviewer has, and how many of these are answered, by whomever. Items about themselves, or about
    /// an account linked to them, don't count, unless they are asked about themselves. Counted by the database.
    /// </summary>
    Task<ReviewProgress> ProgressAsync(ReviewId review, Person reviewer, CancellationToken cancellation);

    /// <summary>How many items there are, and what became of them. Counted by the database.</summary>
    Task<ReviewTotals> TotalsAsync(ReviewId review, CancellationToken cancellation);

    /// <summary>The earliest <see cref="ReviewItem.RetryAt"/> of what is still to be removed; null: none waits.</summary>
    Task<DateTimeOffset?> NextRetryAsync(ReviewId review, CancellationToken cancellation);

    /// <summary>Everybody who reviews here, by person.</summary>
    Task<IReadOnlyList<Reviewer>> ReviewersAsync(ReviewId review, CancellationToken cancellation);

    /// <summary>In which pools somebody is; empty: they don't review here.</summary>
    Task<IReadOnlyList<ReviewerPool>> PoolsOfAsync(ReviewId review, PersonId person, CancellationToken cancellation);

    /// <summary>Those who alone answer for some items of which one is not answered yet.</summary>
    Task<IReadOnlyList<PersonId>> OwingAloneAsync(ReviewId review, CancellationToken cancellation);

    void Add(ReviewItem item);

    /// <summary>Saves the next version if id, result and version are still those that were loaded; otherwise the unit of work is run again.</summary>
    void Update(ReviewItem before, ReviewItem after);

    void Add(Reviewer reviewer);

    void Update(Reviewer reviewer);

    /// <summary>Takes back every answer of a review, and counts them.</summary>
    Task<int> ClearAnswersAsync(ReviewId review, CancellationToken cancellation);

    /// <summary>Gives what one person alone was to answer, and nobody did, to the fallback reviewers, and counts it.</summary>
    Task<int> FallBackAsync(ReviewId review, PersonId reviewer, CancellationToken cancellation);

    /// <summary>Gives what the chosen reviewers were to answer, and nobody did, to the fallback reviewers, and counts it.</summary>
    Task<int> FallBackAsync(ReviewId review, CancellationToken cancellation);

    /// <summary>The item that this order removes, or waits to remove.</summary>
    Task<ReviewItem?> FindByRemovalAsync(RequestId removal, CancellationToken cancellation);
}
