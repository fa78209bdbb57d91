using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Access;

/// <summary>Decides whether an assignment may be made, changed or removed. Pure.</summary>
public static class AssignmentRules
{
    /// <summary>Null when nothing stands in the way. All broken rules of the policy come at once; before them the first obstacle of another sort.</summary>
    public static Refusal? Check(AssignmentFacts facts) =>
        facts.Action switch
        {
            RequestAction.AdminRemove => Manages(facts) ?? Exists(facts) ?? Removal(facts),
            RequestAction.AdminAssign => Manages(facts) ?? Form(facts) ?? Conflict(facts) ?? Policy(facts),
            RequestAction.SelfExtend => Exists(facts)
                ?? Extension(facts)
                ?? Waiting(facts)
                ?? Form(facts)
                ?? Period(facts),
            RequestAction.SelfRenew => Exists(facts)
                ?? Renewal(facts)
                ?? Waiting(facts)
                ?? Form(facts)
                ?? Period(facts),
            RequestAction.AdminRenew => Manages(facts) ?? Exists(facts) ?? Renewal(facts) ?? Change(facts),
            RequestAction.AdminExtend => Manages(facts)
                ?? Exists(facts)
                ?? Running(facts)
                ?? Longer(facts)
                ?? Change(facts),
            _ => Manages(facts) ?? Exists(facts) ?? Running(facts) ?? Change(facts),
        };

    /// <summary>
    /// What stands in the way at an administrator's decision on a holder's wish: the policy and the form, judged again;
    /// the right to decide is checked by the caller.
    /// </summary>
    public static Refusal? CheckDecided(AssignmentFacts facts) => Exists(facts) ?? Change(facts);

    private static Refusal? Manages(AssignmentFacts facts) =>
        facts.Right is AdministrationRight.Manage ? null : Refusal.Because(ReasonCode.NotAdministrator);

    private static Refusal? Exists(AssignmentFacts facts) =>
        facts.Existing is null ? Refusal.Because(ReasonCode.UnknownAssignment) : null;

    private static Refusal? Running(AssignmentFacts facts) =>
        facts.Existing!.IsOverAt(facts.Now)
            ? Refusal.Because(ReasonCode.UnknownAssignment, at: facts.Existing.End)
            : null;

    private static Refusal? Removal(AssignmentFacts facts) =>
        Running(facts)
        ?? (
            facts.Existing!.CreatedAt + Assignment.Shortest is { } from && facts.Now < from
                ? Refusal.Because(ReasonCode.AssignmentTooYoung, at: from)
                : LastHolderGuard.MayGo(facts.Role, facts.Existing.Type, Counting(facts))
        );

    private static Refusal? Change(AssignmentFacts facts) =>
        Form(facts)
        ?? Conflict(facts)
        ?? Policy(facts)
        ?? (TakesAway(facts) ? LastHolderGuard.MayGo(facts.Role, facts.Existing!.Type, Counting(facts)) : null);

    // What does not hold now is nobody's last.
    private static RemainingHolders? Counting(AssignmentFacts facts) =>
        facts.Existing!.HoldsAt(facts.Now) ? facts.Remaining : null;

    // Whoever was eligible and becomes an active holder gains.
    private static bool TakesAway(AssignmentFacts facts) =>
        facts.Existing is { } existing
        && (
            facts.Ask.Start > facts.Now
            || (existing.Type is AssignmentType.Active && facts.Ask.Type is not AssignmentType.Active)
        );

    private static Refusal? Form(AssignmentFacts facts) =>
        facts switch
        {
            { PrincipalExists: false } => Refusal.Because(ReasonCode.UnknownPrincipal),
            { Assignee.Enabled: false } => Refusal.Because(ReasonCode.PersonDisabled),
            _ when !Scope.Fits(facts.Role.Kind, facts.Scope.Kind) => Refusal.Because(ReasonCode.RoleDoesNotFitScope),
            { IsGroupCircle: true } => Refusal.Because(ReasonCode.GroupInItself),
            { Assignee.Kind: PersonKind.ServiceAccount, Ask.Type: AssignmentType.Eligible } => Refusal.Because(
                ReasonCode.ServiceAccountsAreActiveOnly
            ),
            { Ask.End: { } end } when end <= facts.Now => Refusal.Because(ReasonCode.EndInPast),
            _ when Length(facts) < Assignment.Shortest => Broken(
                RuleNames.Expiration,
                ReasonCode.AssignmentTooShort,
                Assignment.Shortest
            ),
            _ => null,
        };

    private static Refusal? Conflict(AssignmentFacts facts) =>
        facts switch
        {
            { Duplicate: { } other } => Refusal.Because(ReasonCode.AssignmentExists, at: other.End),
            { Existing: { } existing } when Same(existing, facts.Ask) => Refusal.Because(ReasonCode.NothingToChange),
            _ => null,
        };

    private static bool Same(Assignment existing, AssignmentAsk ask) =>
        existing.Type == ask.Type && existing.End == ask.End && (ask.Start is null || existing.Start == ask.Start);

    private static Refusal? Policy(AssignmentFacts facts)
    {
        var policy = PolicyFor(facts);
        List<RuleViolation> broken = [.. PeriodViolations(facts, policy)];
        if (
            policy.Require.HasFlag(ActivationRequirements.Justification)
            && string.IsNullOrWhiteSpace(facts.Ask.Justification)
        )
        {
            broken.Add(new RuleViolation(RuleNames.Justification, ReasonCode.JustificationRequired));
        }

        if (policy.Require.HasFlag(ActivationRequirements.Mfa) && !facts.IsVerified)
        {
            broken.Add(new RuleViolation(RuleNames.Mfa, ReasonCode.AdministratorVerificationRequired));
        }

        return broken.Count == 0 ? null : Refusal.Of(broken);
    }

    /// <summary>A holder's wish must have a reason, and keep the limits; an administrator may decide on other times.</summary>
    private static Refusal? Period(AssignmentFacts facts)
    {
        List<RuleViolation> broken = [.. PeriodViolations(facts, PolicyFor(facts))];
        if (string.IsNullOrWhiteSpace(facts.Ask.Justification))
        {
            broken.Add(new RuleViolation(RuleNames.Justification, ReasonCode.JustificationRequired));
        }

        return broken.Count == 0 ? null : Refusal.Of(broken);
    }

    private static IEnumerable<RuleViolation> PeriodViolations(AssignmentFacts facts, AssignmentPolicy policy)
    {
        if (policy.Maximum is not { } maximum)
        {
            yield break;
        }

        if (facts.Ask.End is null)
        {
            yield return new RuleViolation(RuleNames.Expiration, ReasonCode.PermanentNotAllowed, maximum);
        }
        else if (Length(facts) > maximum)
        {
            yield return new RuleViolation(RuleNames.Expiration, ReasonCode.AssignmentTooLong, maximum);
        }
    }

    private static Refusal? Extension(AssignmentFacts facts) =>
        facts.Existing switch
        {
            { End: null } => Refusal.Because(ReasonCode.NothingToChange),
            { } e when e.IsOverAt(facts.Now) => Refusal.Because(ReasonCode.UnknownAssignment, at: e.End),
            { } e when facts.Now < e.End - Assignment.ExtendBefore => Refusal.Because(
                ReasonCode.ExtensionTooEarly,
                at: e.End - Assignment.ExtendBefore
            ),
            _ => Longer(facts),
        };

    private static Refusal? Longer(AssignmentFacts facts) =>
        facts.Existing!.End is not { } end || facts.Ask.End <= end ? Refusal.Because(ReasonCode.NothingToChange) : null;

    private static Refusal? Renewal(AssignmentFacts facts) =>
        facts.Existing switch
        {
            { } e when !e.IsOverAt(facts.Now) => Refusal.Because(ReasonCode.StillRunning, at: e.End),
            { } e when facts.Now >= e.End + Assignment.RenewAfter => Refusal.Because(
                ReasonCode.RenewalTooLate,
                at: e.End + Assignment.RenewAfter
            ),
            _ => null,
        };

    private static Refusal? Waiting(AssignmentFacts facts) =>
        facts.Pending is { } pending
            ? Refusal.Because(ReasonCode.AssignmentRequestPending, pending.CreatedBy, pending.CreatedAt)
            : null;

    private static AssignmentPolicy PolicyFor(AssignmentFacts facts) =>
        facts.Ask.Type is AssignmentType.Eligible ? facts.Policy.Eligible : facts.Policy.Active;

    /// <summary>From the start or, of what runs already, from now; null: permanent.</summary>
    private static TimeSpan? Length(AssignmentFacts facts) =>
        facts.Ask.End
        - ((facts.Ask.Start ?? facts.Existing?.Start) is { } start && start > facts.Now ? start : facts.Now);

    private static Refusal Broken(string rule, ReasonCode code, TimeSpan limit) =>
        Refusal.Of([new RuleViolation(rule, code, limit)]);
}
