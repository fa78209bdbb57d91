namespace PimBot.Domain.Access;

/// <summary>What somebody may do with a role at a scope, as an administrator.</summary>
public enum AdministrationRight
{
    /// <summary>See nothing but what is their own ("My view").</summary>
    None = 0,

    /// <summary>See assignments, settings and requests.</summary>
    View = 1,

    /// <summary>Change them, too.</summary>
    Manage = 2,
}
