using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Which assignments are listed.</summary>
public sealed record AssignmentFilter
{
    /// <summary>Only those with an id above this one, in the store's order: where the page before ended.</summary>
    public Guid? After { get; init; }

    public AssignmentType? Type { get; init; }

    public RoleId? Role { get; init; }

    public ScopeId? Scope { get; init; }

    public PersonId? Person { get; init; }

    public GroupId? Group { get; init; }

    /// <summary>Only those that end before this; they come by their end instead of by id, for a list of what ends soonest.</summary>
    public DateTimeOffset? EndsBefore { get; init; }

    /// <summary>Whether those that are over are listed too.</summary>
    public bool WithEnded { get; init; }
}
