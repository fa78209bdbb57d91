namespace PimBot.Domain.Access;

/// <summary>What sort of account it is.</summary>
public enum PersonKind
{
    Member = 1,
    Guest = 2,

    /// <summary>A personal (Microsoft) account.</summary>
    Personal = 3,

    /// <summary>A service principal: active assignments only, never eligible, never an approver.</summary>
    ServiceAccount = 4,

    /// <summary>A break-glass account: permanent, and left out of daily work such as approving.</summary>
    Emergency = 5,
}
