using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Access;

/// <summary>Everything that the decision on a change of an assignment depends on, read in one go.</summary>
public sealed record AssignmentFacts
{
    public required DateTimeOffset Now { get; init; }

    public required RequestAction Action { get; init; }

    public required AssignmentAsk Ask { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    public required RolePolicy Policy { get; init; }

    /// <summary>What the actor may do with this role here.</summary>
    public required AdministrationRight Right { get; init; }

    /// <summary>The person that the assignment is for; null: a group.</summary>
    public Person? Assignee { get; init; }

    /// <summary>Whether the person or group exists.</summary>
    public bool PrincipalExists { get; init; } = true;

    /// <summary>Whether it would make a group a member or owner of itself, directly or through others.</summary>
    public bool IsGroupCircle { get; init; }

    /// <summary>The assignment that is to be changed; null for a new one.</summary>
    public Assignment? Existing { get; init; }

    /// <summary>Another assignment of the same kind to the same principal that is not over.</summary>
    public Assignment? Duplicate { get; init; }

    /// <summary>Another request for the same assignment that waits for an administrator.</summary>
    public AssignmentRequest? Pending { get; init; }

    /// <summary>Whether the administrator proved to be themselves, lately enough.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Who would be left if what exists were gone; null where nobody counts.</summary>
    public RemainingHolders? Remaining { get; init; }
}
