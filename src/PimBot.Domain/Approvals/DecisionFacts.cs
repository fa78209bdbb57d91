using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Domain.Approvals;

/// <summary>Everything that the right to decide depends on, read at the moment of the click.</summary>
public sealed record DecisionFacts
{
    public required DateTimeOffset Now { get; init; }

    public required ActivationRequest Request { get; init; }

    public required Person Requester { get; init; }

    public required Person Decider { get; init; }

    /// <summary>Whether the decider is among the policy's approvers at this moment.</summary>
    public required bool IsApproverNow { get; init; }

    /// <summary>Whether the decider was among the approvers when the request was made: such a person is told what became of it, an outsider is told nothing.</summary>
    public required bool WasAsked { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether the settings demand a reason.</summary>
    public bool IsReasonRequired { get; init; } = true;
}
