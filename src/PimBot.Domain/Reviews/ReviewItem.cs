using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Reviews;

/// <summary>
/// One assignment under review; Graph's <c>accessReviewInstanceDecisionItem</c>. What is known of it is of the moment
/// at which the review began. Immutable.
/// </summary>
public sealed record ReviewItem
{
    public required Guid Id { get; init; }

    public required ReviewId Review { get; init; }

    /// <summary>Its place in the review: 1, 2, 3 …, by name.</summary>
    public required int Number { get; init; }

    /// <summary>The assignment; it may be gone meanwhile.</summary>
    public required Guid Assignment { get; init; }

    /// <summary>Whom the assignment is for.</summary>
    public required Principal Principal { get; init; }

    public required AssignmentType Type { get; init; }

    /// <summary>Since when they have it; null: from before PimBot.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it ends by itself; null: permanent.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Of a group: the newest of its members.</summary>
    public DateTimeOffset? LastActivation { get; init; }

    /// <inheritdoc cref="LastActivation"/>
    public DateTimeOffset? LastSignIn { get; init; }

    public required ReviewRecommendation Recommendation { get; init; }

    public required ReviewerPool Pool { get; init; }

    /// <summary>Who answers, where that is one person; null otherwise.</summary>
    public PersonId? Reviewer { get; init; }

    /// <summary>The answer so far; null: nobody answered.</summary>
    public ReviewAnswer? Answer { get; init; }

    /// <summary>What is decided: the answer, or what silence means. Null until the review's end.</summary>
    public ReviewVerdict? Decided { get; init; }

    public required ReviewItemResult Result { get; init; }

    /// <summary>Why it could not be removed, or not yet.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>The order that removes it, or waits to.</summary>
    public RequestId? Removal { get; init; }

    /// <summary>The next attempt to remove it; null: at once.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }

    /// <summary>Whether silence decided.</summary>
    public bool IsBySilence => Decided is not null && Answer is null;
}
