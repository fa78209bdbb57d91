using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Storage.Audit;

internal sealed class AssignmentPeriodRow
{
    /// <summary>The order of recording.</summary>
    public long Sequence { get; init; }

    public required Guid Assignment { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required AssignmentType Type { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public static AssignmentPeriodRow Of(Assignment assignment, DateTimeOffset? since, DateTimeOffset now) =>
        new()
        {
            Assignment = assignment.Id,
            RecordedAt = now,
            Person = assignment.Person,
            Group = assignment.Group,
            Role = assignment.Access.Role,
            Scope = assignment.Access.Scope,
            Type = assignment.Type,
            Since = since,
            Until = assignment.End,
        };

    public AssignmentPeriod ToPeriod() =>
        new(
            Assignment,
            Person is { } person ? Principal.Of(person) : Principal.Of(Group!.Value),
            new RoleScope(Role, Scope),
            Type,
            Since,
            Until,
            RecordedAt
        );
}
