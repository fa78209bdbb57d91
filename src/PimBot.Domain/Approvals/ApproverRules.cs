using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Approvals;

/// <summary>Who may decide. Asked when a request is made, and again, from fresh facts, at every click.</summary>
public static class ApproverRules
{
    public const int LongestReason = 1000;

    /// <summary>
    /// Of the people whom the policy names, those who may decide: enabled, no service account, and not the requester,
    /// also not through a linked account. Break-glass accounts approve only when they are named themselves (ours).
    /// </summary>
    public static IReadOnlyList<Person> Among(
        IEnumerable<Person> named,
        IEnumerable<Person> throughGroupOrRole,
        Person requester
    ) => [.. Among(named, throughGroupOrRole).Where(p => !p.IsSameHumanAs(requester))];

    /// <summary>Those who may decide on anybody's request but their own.</summary>
    /// <inheritdoc cref="Among(IEnumerable{Person}, IEnumerable{Person}, Person)"/>
    public static IReadOnlyList<Person> Among(IEnumerable<Person> named, IEnumerable<Person> throughGroupOrRole) =>
        [
            .. named
                .Concat(throughGroupOrRole.Where(p => p.Kind is not PersonKind.Emergency))
                .Where(p => p.Enabled && p.Kind is not PersonKind.ServiceAccount)
                .DistinctBy(p => p.Id)
                .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Null when this person may give this decision now.</summary>
    public static Refusal? MayDecide(DecisionFacts facts) =>
        facts switch
        {
            _ when facts.Decider.IsSameHumanAs(facts.Requester) => Refusal.Because(ReasonCode.RequesterCannotDecide),
            _ when !facts.WasAsked && !facts.IsApproverNow => Refusal.Because(ReasonCode.UnknownRequest),
            { Request.Decision: { } first } => Refusal.Because(ReasonCode.AlreadyDecided, first.By, first.At),
            _ when facts.Request.State is not RequestState.PendingApproval => Refusal.Because(
                ReasonCode.NotAwaitingApproval,
                facts.Request.Outcome?.By,
                facts.Request.Outcome?.At
            ),
            _ when !facts.IsApproverNow => Refusal.Because(ReasonCode.NotAnApprover),
            _ when facts.Now >= facts.Request.DecideBy => Refusal.Because(
                ReasonCode.DecisionWindowPassed,
                at: facts.Request.DecideBy
            ),
            _ when facts.IsReasonRequired && string.IsNullOrWhiteSpace(facts.Reason) => Refusal.Because(
                ReasonCode.DecisionReasonRequired
            ),
            _ => null,
        };
}
