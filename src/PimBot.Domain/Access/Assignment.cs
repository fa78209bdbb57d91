namespace PimBot.Domain.Access;

/// <summary>A standing assignment of a role at a scope to a person or to a group. Exactly one of <see cref="Person"/> and <see cref="Group"/> is set.</summary>
public sealed record Assignment
{
    public required Guid Id { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    public required RoleScope Access { get; init; }

    public required AssignmentType Type { get; init; }

    /// <summary>Null: from the beginning.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The first instant at which it no longer holds; null: permanent.</summary>
    public DateTimeOffset? End { get; init; }

    public bool HoldsAt(DateTimeOffset now) => (Start is null || Start <= now) && (End is null || now < End);
}
