using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>
/// A person's request to activate a role, or to extend a running activation. Immutable: <see cref="RequestLife"/>
/// makes the next version, the store takes it only if nobody was faster.
/// </summary>
public sealed record ActivationRequest
{
    public required RequestId Id { get; init; }

    /// <summary><see cref="RequestAction.SelfActivate"/> or <see cref="RequestAction.SelfExtend"/>.</summary>
    public required RequestAction Action { get; init; }

    public required PersonId Requester { get; init; }

    public required RoleScope Access { get; init; }

    public required RequestState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required ActivationAsk Ask { get; init; }

    /// <summary>The policy as it was when the request was made; a stricter one of later applies besides it.</summary>
    public required RolePolicy Policy { get; init; }

    /// <summary>The activation that an extension prolongs.</summary>
    public GrantId? Extends { get; init; }

    /// <summary>The grant that this request led to; for an extension the one that it prolonged.</summary>
    public GrantId? Grant { get; init; }

    public VerificationProof? Proof { get; init; }

    /// <summary>The first instant at which verification comes too late.</summary>
    public DateTimeOffset? VerifyBy { get; init; }

    /// <summary>The first instant at which a decision comes too late.</summary>
    public DateTimeOffset? DecideBy { get; init; }

    /// <summary>Who was asked to decide; empty when nobody was.</summary>
    public IReadOnlyList<PersonId> Asked { get; init; } = [];

    /// <summary>Whether no approver was left, so that the scope's administrators decide.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>
    /// Whether the requester changed this role's settings meanwhile: the policy of this request holds instead of the
    /// present one, so that nobody bends the rules of their own request.
    /// </summary>
    public bool IsPolicyFrozen { get; init; }

    public ApprovalDecision? Decision { get; init; }

    public RequestOutcome? Outcome { get; init; }

    /// <summary>Compare-and-set number, kept by the store.</summary>
    public long Version { get; init; }

    /// <summary>Whether nothing more can happen to it.</summary>
    public bool IsTerminal =>
        State
            is RequestState.Denied
                or RequestState.Canceled
                or RequestState.Failed
                or RequestState.Revoked
                or RequestState.TimedOut;

    /// <summary>Asked for and not yet given: stands in the way of another request for the same access.</summary>
    public bool IsPending =>
        State
            is RequestState.AwaitingVerification
                or RequestState.PendingApproval
                or RequestState.Granted
                or RequestState.PendingProvisioning;

    /// <summary>When time must change something about it; null when only an event can.</summary>
    public DateTimeOffset? NextDue =>
        State switch
        {
            RequestState.AwaitingVerification => VerifyBy,
            RequestState.PendingApproval => DecideBy,
            RequestState.Granted => Ask.Start,
            _ => null,
        };
}
