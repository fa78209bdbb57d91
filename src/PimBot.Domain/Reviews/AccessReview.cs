using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>
/// One occurrence of a series; Graph's <c>accessReviewInstance</c>. The next one of a series exists already as
/// <see cref="ReviewState.NotStarted"/>. Immutable: <see cref="ReviewLife"/> makes the next version.
/// </summary>
public sealed record AccessReview
{
    public required ReviewId Id { get; init; }

    public required ReviewSeriesId Series { get; init; }

    /// <summary>Which occurrence of the series it is: 1, 2, 3 …</summary>
    public required int Occurrence { get; init; }

    /// <inheritdoc cref="ReviewSeries.Name"/>
    public required string Name { get; init; }

    public required RoleScope Access { get; init; }

    /// <summary>Who made the series.</summary>
    public required PersonId CreatedBy { get; init; }

    public required ReviewSettings Settings { get; init; }

    public required ReviewState State { get; init; }

    /// <summary>When it is to begin.</summary>
    public required DateTimeOffset ScheduledStart { get; init; }

    /// <summary>When it began: the members are those of this moment.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The first instant at which an answer comes too late; null before it began.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Whether half time has passed.</summary>
    public bool Reminded { get; init; }

    /// <summary>The next attempt of what can't be done yet: its start, or a removal.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>When it was completed, applied or stopped: its newest state.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Who applied or stopped it; null: PimBot itself.</summary>
    public PersonId? SettledBy { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }

    /// <summary>Whether no other review of the same role and scope may begin.</summary>
    public bool IsRunning => State is ReviewState.InProgress or ReviewState.Completing;

    /// <summary>The middle of its time; null before it began.</summary>
    public DateTimeOffset? HalfTime => StartedAt + ((EndsAt - StartedAt) / 2);

    /// <summary>When time must change something about it; null when only an event can.</summary>
    public DateTimeOffset? NextDue =>
        State switch
        {
            ReviewState.NotStarted => RetryAt ?? ScheduledStart,
            ReviewState.InProgress => Reminded ? EndsAt : HalfTime,
            ReviewState.Completing => EndsAt,
            ReviewState.Completed => Settings.IsAutoApplied ? SettledAt : null,
            ReviewState.Applying => RetryAt ?? EndsAt,
            _ => null,
        };
}
