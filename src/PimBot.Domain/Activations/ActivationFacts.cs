using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>Everything that the decision on an activation depends on, read in one go. Nothing is looked up later.</summary>
public sealed record ActivationFacts
{
    public required DateTimeOffset Now { get; init; }

    public required Person Requester { get; init; }

    public required RoleScope Access { get; init; }

    public required ActivationAsk Ask { get; init; }

    public required RolePolicy Policy { get; init; }

    /// <summary>The requester's eligible assignments for this role at this very scope, direct or through a group.</summary>
    public required IReadOnlyList<Assignment> Eligibilities { get; init; }

    /// <summary>Whether the requester holds this role at this scope already, by assignment.</summary>
    public bool HasActiveAssignment { get; init; }

    /// <summary>The requester's open grant of this access.</summary>
    public Grant? OpenGrant { get; init; }

    /// <summary>The requester's pending request for this access, other than the one that is being decided.</summary>
    public ActivationRequest? PendingRequest { get; init; }

    /// <summary>The running activation that is to be prolonged; null for a new activation.</summary>
    public Grant? Extends { get; init; }

    /// <summary>Who may decide now, after <see cref="Approvals.ApproverRules"/>.</summary>
    public IReadOnlyList<Person> Approvers { get; init; } = [];

    public VerificationProof? Proof { get; init; }

    /// <summary>Whether an approver said yes already.</summary>
    public bool IsApproved { get; init; }

    /// <summary>When access would begin: the asked start, or now.</summary>
    public DateTimeOffset Begin => Ask.Start is { } start && start > Now ? start : Now;

    /// <summary>When an extension that is granted now would end.</summary>
    public DateTimeOffset Prolonged =>
        EligibleUntil is { } limit && limit < Now + Ask.Duration ? limit : Now + Ask.Duration;

    /// <summary>The latest end among the eligibilities that hold at <see cref="Begin"/>; null: one of them is permanent.</summary>
    public DateTimeOffset? EligibleUntil =>
        Eligibilities.Where(e => e.HoldsAt(Begin)).Select(e => e.End).ToList() is { Count: > 0 } ends
        && !ends.Contains(null)
            ? ends.Max()
            : null;
}
