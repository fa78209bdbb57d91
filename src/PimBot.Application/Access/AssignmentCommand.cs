using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access;

/// <summary>Somebody wants an assignment made, changed, removed or prolonged. It names people and things, and carries no authority.</summary>
public sealed record AssignmentCommand
{
    /// <summary>One of the <c>admin…</c> actions, <see cref="RequestAction.SelfExtend"/> or <see cref="RequestAction.SelfRenew"/>.</summary>
    public required RequestAction Action { get; init; }

    public required PersonId Actor { get; init; }

    /// <summary>For a new assignment; ignored for others.</summary>
    public Principal? Principal { get; init; }

    /// <summary>For a new assignment; ignored for others.</summary>
    public RoleScope? Access { get; init; }

    /// <summary>The assignment that is to be changed; null for a new one.</summary>
    public Guid? Assignment { get; init; }

    /// <summary>What it is to become. For a removal only the justification counts.</summary>
    public required AssignmentAsk Ask { get; init; }

    /// <summary>Whether the actor proved by multi-factor authentication to be themselves.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Whether it comes from whoever operates the machine, who manages everything; only a directory file is applied so.</summary>
    internal bool IsByOperator { get; init; }

    /// <summary>The review whose result it carries out, in the name of the actor who started that; only a review is applied so.</summary>
    internal ReviewId? Review { get; init; }

    /// <summary>The decision is the same, and nothing is changed or recorded.</summary>
    public bool IsValidationOnly { get; init; }
}
