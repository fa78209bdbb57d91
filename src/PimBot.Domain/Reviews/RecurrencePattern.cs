namespace PimBot.Domain.Reviews;

/// <summary>How often a review comes back.</summary>
public enum RecurrencePattern
{
    OneTime = 1,
    Weekly = 2,
    Monthly = 3,
    Quarterly = 4,
    SemiAnnually = 5,
    Annually = 6,
}
