using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

internal sealed class AssignmentRow
{
    public required Guid Id { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleId Role { get; init; }

    public required ScopeId Scope { get; init; }

    public required AssignmentType Type { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

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
        };
}
