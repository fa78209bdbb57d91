using PimBot.Domain.Access;
using PimBot.Domain.Reviews;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Reviews;

internal sealed class AccessReviewRow : IGuardedRow<ReviewState>, IDueRow
{
    public required ReviewId Id { get; init; }

    public required ReviewSeriesId Series { get; init; }

    public required int Occurrence { get; init; }

    public required string Name { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required PersonId CreatedBy { get; init; }

    public required ReviewSettings Settings { get; init; }

    public required ReviewState State { get; init; }

    public required DateTimeOffset ScheduledStart { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public bool Reminded { get; init; }

    public DateTimeOffset? RetryAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public PersonId? SettledBy { get; init; }

    public long Version { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    Guid IGuardedRow<ReviewState>.Key => Id.Value;

    public static AccessReviewRow Of(AccessReview review) =>
        new()
        {
            Id = review.Id,
            Series = review.Series,
            Occurrence = review.Occurrence,
            Name = review.Name,
            Role = review.Access.Role,
            Scope = review.Access.Scope,
            CreatedBy = review.CreatedBy,
            Settings = review.Settings,
            State = review.State,
            ScheduledStart = review.ScheduledStart,
            StartedAt = review.StartedAt,
            EndsAt = review.EndsAt,
            Reminded = review.Reminded,
            RetryAt = review.RetryAt,
            SettledAt = review.SettledAt,
            SettledBy = review.SettledBy,
            Version = review.Version,
            DueAt = Instant.RoundUp(review.NextDue),
        };

    public AccessReview ToReview() =>
        new()
        {
            Id = Id,
            Series = Series,
            Occurrence = Occurrence,
            Name = Name,
            Access = new RoleScope(Role, Scope),
            CreatedBy = CreatedBy,
            Settings = Settings,
            State = State,
            ScheduledStart = ScheduledStart,
            StartedAt = StartedAt,
            EndsAt = EndsAt,
            Reminded = Reminded,
            RetryAt = RetryAt,
            SettledAt = SettledAt,
            SettledBy = SettledBy,
            Version = Version,
        };
}
