using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>Where approval is required, somebody other than the requester must be able to give it.</summary>
internal sealed class ApprovalRule : IActivationRule
{
    public RuleViolation? Check(ActivationFacts facts) =>
        facts is { IsApproved: false, Approvers.Count: 0 }
        && facts.Policy.Activation.Requires(ActivationRequirements.Approval)
            ? new RuleViolation(RuleNames.Approval, ReasonCode.NoApproverLeft)
            : null;
}
