namespace PimBot.Domain.Policies;

/// <summary>The names of PIM's policy rules, as its API gives them in a failed validation.</summary>
public static class RuleNames
{
    public const string Eligibility = "EligibilityRule";
    public const string Mfa = "MfaRule";
    public const string Justification = "JustificationRule";
    public const string Ticketing = "TicketingRule";
    public const string Expiration = "ExpirationRule";
    public const string Approval = "ApprovalRule";
}
