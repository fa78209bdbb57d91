namespace PimBot.Domain.Approvals;

/// <summary>What an approver says.</summary>
public enum Verdict
{
    Approve = 1,
    Deny = 2,
}
