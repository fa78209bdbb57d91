namespace PimBot.Domain.Policies;

/// <summary>What a policy requires on activation.</summary>
[Flags]
public enum ActivationRequirements
{
    None = 0,
    Mfa = 1,
    Justification = 2,
    Ticket = 4,
    Approval = 8,
}
