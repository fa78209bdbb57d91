namespace PimBot.Domain.Alerts;

/// <summary>What PIM warns of, by the names of its API. An alert's id is the name with <c>Alert</c> behind it.</summary>
public enum AlertKind
{
    /// <summary>Administrators aren't using their privileged roles.</summary>
    RedundantAssignment = 1,

    /// <summary>Roles don't require multi-factor authentication for activation.</summary>
    NoMfaOnRoleActivation = 2,

    /// <summary>Potential stale accounts in a privileged role.</summary>
    StaleSignIn = 3,

    /// <summary>Roles are being assigned outside of PIM.</summary>
    RolesAssignedOutsidePrivilegedIdentityManagement = 4,

    /// <summary>There are too many global administrators.</summary>
    TooManyGlobalAdminsAssignedToTenant = 5,

    /// <summary>Roles are being activated too frequently.</summary>
    SequentialActivationRenewals = 6,

    /// <summary>Azure: too many owners of a resource.</summary>
    TooManyOwnersAssignedToResource = 7,

    /// <summary>Azure: too many permanent owners of a resource.</summary>
    TooManyPermanentOwnersAssignedToResource = 8,

    /// <summary>Azure: somebody is eligible for the same role at nested scopes.</summary>
    DuplicateRoleCreated = 9,

    /// <summary>Azure: roles are being assigned outside of PIM.</summary>
    AzureRolesAssignedOutsidePrivilegedIdentityManagement = 10,
}
