using PimBot.Domain.Access;
using PimBot.Domain.Reviews;
using PimBot.Storage.Work;

namespace PimBot.Storage.Reviews;

internal sealed class ReviewSeriesRow : IGuardedRow<ReviewSeriesState>
{
    public required ReviewSeriesId Id { get; init; }

    public required string Name { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required PersonId CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset First { get; init; }

    public required ReviewSettings Settings { get; init; }

    public required ReviewSeriesState State { get; init; }

    public PersonId? StoppedBy { get; init; }

    public long Version { get; set; }

    Guid IGuardedRow<ReviewSeriesState>.Key => Id.Value;

    public static ReviewSeriesRow Of(ReviewSeries series) =>
        new()
        {
            Id = series.Id,
            Name = series.Name,
            Role = series.Access.Role,
            Scope = series.Access.Scope,
            CreatedBy = series.CreatedBy,
            CreatedAt = series.CreatedAt,
            First = series.First,
            Settings = series.Settings,
            State = series.State,
            StoppedBy = series.StoppedBy,
            Version = series.Version,
        };

    public ReviewSeries ToSeries() =>
        new()
        {
            Id = Id,
            Name = Name,
            Access = new RoleScope(Role, Scope),
            CreatedBy = CreatedBy,
            CreatedAt = CreatedAt,
            First = First,
            Settings = Settings,
            State = State,
            StoppedBy = StoppedBy,
            Version = Version,
        };
}
