using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>Only an enabled person with an eligible assignment that holds when access begins may activate; service accounts never.</summary>
internal sealed class EligibilityRule : IActivationRule
{
    public RuleViolation? Check(ActivationFacts facts)
    {
        ReasonCode? code = facts switch
        {
            { Requester.Enabled: false } => ReasonCode.PersonDisabled,
            { Requester.Kind: PersonKind.ServiceAccount } => ReasonCode.PersonKindNotAllowed,
            _ when facts.Eligibilities.Any(e => e.HoldsAt(facts.Begin)) => null,
            _ when facts.Eligibilities.Any(e => e.HoldsAt(facts.Now)) => ReasonCode.EligibilityEndsBeforeStart,
            _ => ReasonCode.NotEligible,
        };
        return code is { } broken ? new RuleViolation(RuleNames.Eligibility, broken) : null;
    }
}
