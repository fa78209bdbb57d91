namespace PimBot.Domain.Access;

/// <summary>What an assignment request waits for.</summary>
public enum PendingReason
{
    /// <summary>A holder's wish for more time: an administrator of the scope decides.</summary>
    AdministratorDecision = 1,

    /// <summary>It touches an emergency account: another administrator of the scope confirms.</summary>
    SecondAdministrator = 2,

    /// <summary>It would remove the last active owner of a group: it is tried again until there is another.</summary>
    AnotherOwner = 3,
}
