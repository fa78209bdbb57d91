using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>A justification is given where the policy requires one.</summary>
internal sealed class JustificationRule : IActivationRule
{
    public RuleViolation? Check(ActivationFacts facts) =>
        facts.Policy.Activation.Requires(ActivationRequirements.Justification)
        && string.IsNullOrWhiteSpace(facts.Ask.Justification)
            ? new RuleViolation(RuleNames.Justification, ReasonCode.JustificationRequired)
            : null;
}
