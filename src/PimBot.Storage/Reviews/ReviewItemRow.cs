using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using PimBot.Storage.Work;

namespace PimBot.Storage.Reviews;

internal sealed class ReviewItemRow : IGuardedRow<ReviewItemResult>
{
    public required Guid Id { get; init; }

    public required ReviewId Review { get; init; }

    public required int Number { get; init; }

    public required Guid Assignment { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required AssignmentType Type { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset? LastActivation { get; init; }

    public DateTimeOffset? LastSignIn { get; init; }

    public required ReviewVerdict Recommended { get; init; }

    public required RecommendationReason RecommendedBecause { get; init; }

    public required ReviewerPool Pool { get; init; }

    public PersonId? Reviewer { get; init; }

    public ReviewAnswer? Answer { get; init; }

    /// <summary>The answer's verdict once more, for the database to count.</summary>
    public ReviewVerdict? Verdict { get; init; }

    public ReviewVerdict? Decided { get; init; }

    public required ReviewItemResult Result { get; init; }

    public ReasonCode? Reason { get; init; }

    public RequestId? Removal { get; init; }

    public DateTimeOffset? RetryAt { get; init; }

    public long Version { get; set; }

    Guid IGuardedRow<ReviewItemResult>.Key => Id;

    ReviewItemResult IGuardedRow<ReviewItemResult>.State => Result;

    public static ReviewItemRow Of(ReviewItem item) =>
        new()
        {
            Id = item.Id,
            Review = item.Review,
            Number = item.Number,
            Assignment = item.Assignment,
            Person = item.Principal.Person,
            Group = item.Principal.Group,
            Type = item.Type,
            Since = item.Since,
            Until = item.Until,
            LastActivation = item.LastActivation,
            LastSignIn = item.LastSignIn,
            Recommended = item.Recommendation.Verdict,
            RecommendedBecause = item.Recommendation.Reason,
            Pool = item.Pool,
            Reviewer = item.Reviewer,
            Answer = item.Answer,
            Verdict = item.Answer?.Verdict,
            Decided = item.Decided,
            Result = item.Result,
            Reason = item.Reason,
            Removal = item.Removal,
            RetryAt = item.RetryAt,
            Version = item.Version,
        };

    public ReviewItem ToItem() =>
        new()
        {
            Id = Id,
            Review = Review,
            Number = Number,
            Assignment = Assignment,
            Principal = Person is { } person ? Principal.Of(person) : Principal.Of(Group!.Value),
            Type = Type,
            Since = Since,
            Until = Until,
            LastActivation = LastActivation,
            LastSignIn = LastSignIn,
            Recommendation = new ReviewRecommendation(Recommended, RecommendedBecause),
            Pool = Pool,
            Reviewer = Reviewer,
            Answer = Answer,
            Decided = Decided,
            Result = Result,
            Reason = Reason,
            Removal = Removal,
            RetryAt = RetryAt,
            Version = Version,
        };
}
