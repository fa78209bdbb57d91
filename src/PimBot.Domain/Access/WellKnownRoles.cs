namespace PimBot.Domain.Access;

/// <summary>Template ids of Microsoft Entra's built-in roles that have a part in PIM's own rules.</summary>
public static class WellKnownRoles
{
    public static readonly RoleId GlobalAdministrator = new("62e90394-69f5-4237-9190-012177145e10");
    public static readonly RoleId PrivilegedRoleAdministrator = new("e8611ab8-c189-46e8-94e1-60213ab1f814");
    public static readonly RoleId SecurityAdministrator = new("194ae4cb-b126-40b2-bd5b-6091b380977d");

    public static readonly RoleId GlobalReader = new("f2ef992c-3afb-46b9-b7cf-a126ee74c451");
    public static readonly RoleId SecurityReader = new("5d6b6bb7-de71-4623-b4af-96380a352509");

    /// <summary>Azure's built-in Owner.</summary>
    public static readonly RoleId Owner = new("8e3af657-a8ff-443c-a75c-2fe8c4bcb635");

    /// <summary>Azure's built-in User Access Administrator.</summary>
    public static readonly RoleId UserAccessAdministrator = new("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9");

    /// <summary>The classic subscription administrator, which Azure has no id for (ours).</summary>
    public static readonly RoleId ServiceAdministrator = new("subscription-administrator");

    /// <summary>Roles whose last active holder is never removed.</summary>
    public static readonly IReadOnlyList<RoleId> Guarded = [GlobalAdministrator, PrivilegedRoleAdministrator];

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
