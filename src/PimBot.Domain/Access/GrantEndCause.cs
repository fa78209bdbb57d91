namespace PimBot.Domain.Access;

/// <summary>What ended a grant.</summary>
public enum GrantEndCause
{
    Expired = 1,
    EndedByHolder = 2,
    PersonDisabled = 3,
    EligibilityEnded = 4,
    TargetRefused = 5,
    CanceledWhileProvisioning = 6,
}
