using PimBot.Domain.Access;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Access;

internal sealed class AssignmentRow : IGuardedRow<AssignmentStage>, IDueRow
{
    public required Guid Id { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required AssignmentType Type { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required AssignmentStage Stage { get; init; }

    public DateTimeOffset? KeptSince { get; init; }

    public long Version { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    Guid IGuardedRow<AssignmentStage>.Key => Id;

    AssignmentStage IGuardedRow<AssignmentStage>.State => Stage;

    public static AssignmentRow Of(Assignment assignment) =>
        new()
        {
            Id = assignment.Id,
            Person = assignment.Person,
            Group = assignment.Group,
            Role = assignment.Access.Role,
            Scope = assignment.Access.Scope,
            Type = assignment.Type,
            Start = assignment.Start,
            End = assignment.End,
            CreatedAt = assignment.CreatedAt,
            Stage = assignment.Stage,
            KeptSince = assignment.KeptSince,
            Version = assignment.Version,
            DueAt = Instant.RoundUp(assignment.NextDue),
        };

    public Assignment ToAssignment() =>
        new()
        {
            Id = Id,
            Person = Person,
            Group = Group,
            Access = new RoleScope(Role, Scope),
            Type = Type,
            Start = Start,
            End = End,
            CreatedAt = CreatedAt,
            Stage = Stage,
            KeptSince = KeptSince,
            Version = Version,
        };
}
