using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>Finds out what settings that became stricter mean for a request that waits. Pure.</summary>
public static class StricterRules
{
    /// <summary>What the request lacks by these settings, and did not lack when it was made; empty for one that waits for nobody.</summary>
    /// <param name="request">The request.</param>
    /// <param name="settings">What holds for it now: the stricter of its own policy and the present one.</param>
    public static IReadOnlyList<StricterRule> LackingIn(ActivationRequest request, RolePolicy settings) =>
        request.State is RequestState.AwaitingVerification or RequestState.PendingApproval or RequestState.Granted
            ? [.. Lacking(request, settings.Activation)]
            : [];

    /// <summary>What a change of settings adds to that. Empty where the request is not affected, or ends at this moment.</summary>
    /// <param name="before">The request before the change.</param>
    /// <param name="held">What held for it before.</param>
    /// <param name="after">The request after it.</param>
    /// <param name="holds">What holds for it now.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<StricterRule> Added(
        ActivationRequest before,
        RolePolicy held,
        ActivationRequest after,
        RolePolicy holds,
        DateTimeOffset now
    )
    {
        if (after is { State: RequestState.PendingApproval, DecideBy: { } until } && until <= now)
        {
            return [];
        }

        var added = LackingIn(after, holds).Except(LackingIn(before, held));
        return [.. after.DecideBy < before.DecideBy ? added.Append(StricterRule.LessTimeToDecide) : added];
    }

    private static IEnumerable<StricterRule> Lacking(ActivationRequest request, ActivationPolicy settings)
    {
        if (request.Ask.Duration > settings.Maximum)
        {
            yield return StricterRule.ShorterMaximum;
        }

        if (
            settings.Requires(ActivationRequirements.Justification)
            && string.IsNullOrWhiteSpace(request.Ask.Justification)
        )
        {
            yield return StricterRule.ReasonNeeded;
        }

        if (settings.Requires(ActivationRequirements.Ticket) && string.IsNullOrWhiteSpace(request.Ask.Ticket?.Number))
        {
            yield return StricterRule.TicketNeeded;
        }

        // Who is asked to verify already knows it.
        if (
            request.State is not RequestState.AwaitingVerification
            && settings.RequiresVerification
            && !PolicyEvaluator.IsProven(request.Proof, settings)
        )
        {
            yield return StricterRule.VerificationNeeded;
        }

        if (NeedsNewApproval(request, settings))
        {
            yield return StricterRule.ApprovalNeeded;
        }
    }

    private static bool NeedsNewApproval(ActivationRequest request, ActivationPolicy settings) =>
        settings.Requires(ActivationRequirements.Approval)
        && request.Decision is not { Verdict: Verdict.Approve }
        && (
            request.State is RequestState.Granted
            || (
                request.State is RequestState.AwaitingVerification
                && !request.Policy.Activation.Requires(ActivationRequirements.Approval)
            )
        );
}
