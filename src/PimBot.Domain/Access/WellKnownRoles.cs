namespace PimBot.Domain.Access;

/// <summary>Template ids of Microsoft Entra's built-in roles that have a part in PIM's own rules.</summary>
public static class WellKnownRoles
{
    public static readonly RoleId GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");
    public static readonly RoleId PrivilegedRoleAdministrator = new("e8611ab8-c189-46e8-94e1-60213ab1f814");
    public static readonly RoleId SecurityAdministrator = new("194ae4cb-b126-40b2-bd5b-6091b380977d");

    /// <summary>Who approves a directory role when its policy names nobody: eligible or active holders of these.</summary>
    public static readonly IReadOnlyList<RoleId> DefaultApprovers = [PrivilegedRoleAdministrator, GlobalAdministrator];

    /// <summary>Who is told of an activation when the role's notification is on: active holders of these.</summary>
    public static readonly IReadOnlyList<RoleId> ToldOfActivations =
    [
        GlobalAdministrator,
        PrivilegedRoleAdministrator,
        SecurityAdministrator,
    ];
}
