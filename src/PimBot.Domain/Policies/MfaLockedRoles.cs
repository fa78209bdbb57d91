using PimBot.Domain.Access;

namespace PimBot.Domain.Policies;

/// <summary>Built-in roles for which PIM requires multi-factor authentication on activation, whatever the settings say (list of 2018–2019).</summary>
public static class MfaLockedRoles
{
    private static readonly HashSet<RoleId> Ids =
    [
        WellKnownRoles.GlobalAdministrator,
        WellKnownRoles.PrivilegedRoleAdministrator,
        WellKnownRoles.SecurityAdministrator,
        new("b0f54661-2d74-4c50-afa3-1ec803f12efe"), // Billing Administrator
        new("158c047a-c907-4556-b7ef-446551a6b5f7"), // Cloud Application Administrator
        new("17315797-102d-40b4-93e0-432062caca18"), // Compliance Administrator
        new("b1be1c3e-b65d-4f19-8427-f6fa0d97feb9"), // Conditional Access Administrator
        new("44367163-eba1-44c3-98af-f5787879f96a"), // CRM Service Administrator, today Dynamics 365 Administrator
        new("5c4f9dcd-47dc-4cf7-8c9a-9e4207cbfc91"), // Customer Lockbox Access Approver
        new("9360feb5-f418-4baa-8175-e2a00bac4301"), // Directory Writers
        new("29232cdf-9323-42fd-ade2-1d097af3e4de"), // Exchange Administrator
        new("7495fdc4-34c4-4d15-a289-98788ce399fd"), // Information Protection Administrator
        new("3a2c62db-5318-420d-8d74-23affee5d9d5"), // Intune Service Administrator
        new("a9ea8996-122f-4c74-9520-8edcd192826c"), // Power BI Service Administrator, today Fabric Administrator
        new("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"), // SharePoint Service Administrator
        new("75941009-915a-4869-abe7-691bff18279e"), // Skype for Business Administrator
        new("fe930be7-5e62-47db-91af-98c3a49a38b1"), // User Administrator
    ];

    /// <summary>Whether the role's settings must require MFA on activation. Expects GUIDs in lower case.</summary>
    public static bool Has(RoleId role) => Ids.Contains(role);
}
