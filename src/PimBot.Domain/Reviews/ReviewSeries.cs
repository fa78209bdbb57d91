using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>What is reviewed, how and how often; Graph's <c>accessReviewScheduleDefinition</c>. Immutable.</summary>
public sealed record ReviewSeries
{
    /// <summary>In UTF-16 code units.</summary>
    public const int LongestName = 120;

    public required ReviewSeriesId Id { get; init; }

    /// <summary>What people call it; inert.</summary>
    public required string Name { get; init; }

    public required RoleScope Access { get; init; }

    public required PersonId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the first occurrence begins; its local time and day of the month are those of all others.</summary>
    public required DateTimeOffset First { get; init; }

    public required ReviewSettings Settings { get; init; }

    public required ReviewSeriesState State { get; init; }

    /// <summary>Who stopped it.</summary>
    public PersonId? StoppedBy { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }
}
