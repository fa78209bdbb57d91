namespace PimBot.Domain.Policies;

/// <summary>The eligible or the active part of a role's settings.</summary>
public sealed record AssignmentPolicy
{
    /// <summary>The longest assignment; null: permanent is allowed.</summary>
    public TimeSpan? Maximum { get; init; }

    /// <summary>The maximum that is offered, and not enforced, while permanent is allowed; null: the published default.</summary>
    public TimeSpan? OfferedMaximum { get; init; }

    /// <summary>What whoever assigns must give.</summary>
    public ActivationRequirements Require { get; init; }
}
