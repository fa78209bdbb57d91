using PimBot.Domain.Policies;

namespace PimBot.Domain.Activations;

/// <summary>A ticket number is given where the policy requires one.</summary>
internal sealed class TicketingRule : IActivationRule
{
    public RuleViolation? Check(ActivationFacts facts) =>
        facts.Policy.Activation.Requires(ActivationRequirements.Ticket)
        && string.IsNullOrWhiteSpace(facts.Ask.Ticket?.Number)
            ? new RuleViolation(RuleNames.Ticketing, ReasonCode.TicketRequired)
            : null;
}
