using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Model;

/// <summary>What the rules say about one request.</summary>
internal sealed class ModelRequest
{
    public RequestId Id { get; set; }

    public required Person Person { get; init; }

    public required RoleScope Role { get; init; }

    public required int Minutes { get; init; }

    public DateTimeOffset? Start { get; init; }

    public required bool Reason { get; init; }

    public required bool Ticket { get; init; }

    /// <summary>The policy under which it was made.</summary>
    public required ActivationPolicy Policy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ModelGrant? Extends { get; init; }

    public RequestState State { get; set; }

    public DateTimeOffset? VerifyBy { get; set; }

    public DateTimeOffset? DecideBy { get; set; }

    public bool Verified { get; set; }

    public PersonId? Decider { get; set; }

    public bool Approved { get; set; }

    public IReadOnlySet<PersonId> Asked { get; set; } = new HashSet<PersonId>();

    public ModelGrant? Grant { get; set; }

    /// <summary>Any of these may be given as the reason of a failure.</summary>
    public IReadOnlySet<ReasonCode> FailedFor { get; set; } = new HashSet<ReasonCode>();

    public bool IsPending =>
        State
            is RequestState.AwaitingVerification
                or RequestState.PendingApproval
                or RequestState.Granted
                or RequestState.PendingProvisioning;
}
