namespace PimBot.Domain.Access;

/// <summary>The life of a grant: Provisioning → Active → Revoking → Revoked, or Provisioning → Revoking when it is no longer wanted.</summary>
public enum GrantState
{
    /// <summary>The target has been asked, and has not yet said that access is there.</summary>
    Provisioning = 1,

    /// <summary>The target gave access. It counts only while now is inside the window.</summary>
    Active = 2,

    /// <summary>Over for PimBot; the target is asked, for ever, until it shows the access gone.</summary>
    Revoking = 3,

    /// <summary>The target showed the access gone.</summary>
    Revoked = 4,
}
