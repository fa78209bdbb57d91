using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>Decides whether an activation is allowed and what must still happen before access is given. Pure.</summary>
public static class PolicyEvaluator
{
    private static readonly IActivationRule[] Rules =
    [
        new EligibilityRule(),
        new ExpirationRule(),
        new JustificationRule(),
        new TicketingRule(),
        new ApprovalRule(),
    ];

    /// <summary>Null when nothing stands in the way; otherwise all broken rules at once, so that they can be mended in one go.</summary>
    public static Refusal? Check(ActivationFacts facts) => CheckConflicts(facts) ?? CheckRules(facts);

    /// <summary>
    /// The broken rules of the policy alone, without conflicts with other requests or grants; of whoever is not eligible,
    /// that alone.
    /// </summary>
    public static Refusal? CheckRules(ActivationFacts facts)
    {
        var violations = Rules.Select(rule => rule.Check(facts)).OfType<RuleViolation>().ToList();
        var outsider = violations.Where(IsOutsiders).ToList();
        return violations.Count == 0 ? null : Refusal.Of(outsider.Count > 0 ? outsider : violations);
    }

    // Whoever may not activate the role at all learns nothing of what its settings ask for.
    private static bool IsOutsiders(RuleViolation violation) =>
        violation.Code is ReasonCode.NotEligible or ReasonCode.PersonDisabled or ReasonCode.PersonKindNotAllowed;

    /// <summary>
    /// The state that an allowed request is in next: verification comes before approval, so that approvers are only
    /// asked about people who proved to be themselves; both come before waiting for the start.
    /// </summary>
    public static RequestState NextState(ActivationFacts facts) =>
        facts switch
        {
            _ when facts.Policy.Activation.RequiresVerification && !IsProven(facts.Proof, facts.Policy.Activation) =>
                RequestState.AwaitingVerification,
            _ when facts.Policy.Activation.Requires(ActivationRequirements.Approval) && !facts.IsApproved =>
                RequestState.PendingApproval,
            _ when facts.Ask.Start > facts.Now => RequestState.Granted,
            _ => RequestState.PendingProvisioning,
        };

    // An authentication context is proved by itself alone; multi-factor authentication by any proof.
    internal static bool IsProven(VerificationProof? proof, ActivationPolicy policy) =>
        proof is not null && (policy.AuthenticationContext is not { } context || proof.Proves(context));

    private static Refusal? CheckConflicts(ActivationFacts facts) =>
        facts switch
        {
            { Extends: { } running } when !running.IsActiveAt(facts.Now) => Refusal.Because(ReasonCode.NotActive),
            { PendingRequest: not null, Extends: not null } => Refusal.Because(
                ReasonCode.ExtensionPending,
                at: facts.PendingRequest.CreatedAt
            ),
            { PendingRequest: not null } => Refusal.Because(
                ReasonCode.RequestAlreadyPending,
                at: facts.PendingRequest.CreatedAt
            ),
            { Extends: { } running } when facts.Prolonged <= running.Until => NotLonger(facts, running),
            { Extends: not null } => null,
            { HasActiveAssignment: true } => Refusal.Because(ReasonCode.RoleAlreadyActive),
            { OpenGrant: { IsOpen: true } open } when open.Until is null || facts.Begin < open.Until => Refusal.Because(
                ReasonCode.RoleAlreadyActive,
                at: open.Until
            ),
            _ => null,
        };

    private static Refusal NotLonger(ActivationFacts facts, Grant running) =>
        Refusal.Of([
            new RuleViolation(RuleNames.Expiration, ReasonCode.ExtensionNotLonger, facts.Policy.Activation.Maximum),
        ]) with
        {
            At = running.Until,
        };
}
