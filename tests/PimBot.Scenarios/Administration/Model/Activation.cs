using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>What a person asked to activate, and what became of it.</summary>
internal sealed class Activation
{
    public RequestId Id { get; set; }

    public required Person Person { get; init; }

    public required RoleScope Access { get; init; }

    public required int Minutes { get; init; }

    public required bool Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The settings that it was asked under.</summary>
    public required ActivationPolicy Policy { get; set; }

    /// <summary>Whether the requester changed the settings meanwhile, so that those of before hold.</summary>
    public bool IsFrozen { get; set; }

    public RequestState State { get; set; }

    public bool Verified { get; set; }

    public bool Approved { get; set; }

    public bool IsEscalated { get; set; }

    public DateTimeOffset? VerifyBy { get; set; }

    /// <summary>When approvers were asked.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? DecideBy { get; set; }

    public DateTimeOffset? From { get; set; }

    public DateTimeOffset? Until { get; set; }

    /// <summary>When a window closes.</summary>
    public DateTimeOffset? NextDue =>
        State switch
        {
            RequestState.AwaitingVerification => VerifyBy,
            RequestState.PendingApproval => DecideBy,
            _ => null,
        };

    public bool IsPending =>
        State is RequestState.AwaitingVerification or RequestState.PendingApproval or RequestState.PendingProvisioning;

    public bool CountsAt(DateTimeOffset now) => State is RequestState.Provisioned && From <= now && now < Until;

    public override string ToString() => $"{Access.Role}@{Access.Scope} for {Person.Id}, {State} [{From:s}–{Until:s}]";
}
