using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Which items of a review are listed.</summary>
/// <param name="Review">The review.</param>
public sealed record ReviewItemFilter(ReviewId Review)
{
    /// <summary>Only those with a higher number: where the page before ended.</summary>
    public int After { get; init; }

    /// <summary>Only those with a lower number, the nearest first: the page before this one. Null: from the first on.</summary>
    public int? Before { get; init; }

    /// <summary>Only those that this person answers; see <see cref="IReviewItems.ProgressAsync"/>.</summary>
    public Person? Reviewer { get; init; }

    /// <summary>Only those that nobody answered.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>Only those with this result.</summary>
    public ReviewItemResult? Result { get; init; }

    /// <summary>Only those with one of these results; empty: with any.</summary>
    public IReadOnlyList<ReviewItemResult> Results { get; init; } = [];

    /// <summary>Only those that need not wait for their next attempt at this moment.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
