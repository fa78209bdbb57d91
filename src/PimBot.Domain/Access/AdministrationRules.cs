namespace PimBot.Domain.Access;

/// <summary>Who may manage and who may view what: the published table, and nothing else.</summary>
public static class AdministrationRules
{
    /// <summary>Whoever holds one of these in the directory manages directory roles and groups.</summary>
    public static readonly IReadOnlyList<RoleId> DirectoryManagers =
    [
        WellKnownRoles.GlobalAdministrator,
        WellKnownRoles.PrivilegedRoleAdministrator,
    ];

    private static readonly RoleId[] DirectoryReaders =
    [
        WellKnownRoles.SecurityAdministrator,
        WellKnownRoles.GlobalReader,
        WellKnownRoles.SecurityReader,
    ];

    /// <summary>Whoever holds one of these at or above a scope manages Azure roles there.</summary>
    public static readonly IReadOnlyList<RoleId> AzureManagers =
    [
        WellKnownRoles.Owner,
        WellKnownRoles.UserAccessAdministrator,
        WellKnownRoles.ServiceAdministrator,
    ];

    /// <param name="facts">Who asks.</param>
    /// <param name="kind">The kind of role that is asked about.</param>
    /// <param name="path">The scope and everything above it, nearest first.</param>
    public static AdministrationRight RightOver(AdministratorFacts facts, RoleKind kind, IReadOnlyList<Scope> path) =>
        !MayAct(facts) ? AdministrationRight.None
        : kind is RoleKind.AzureRole ? OverAzure(facts, path)
        : kind is RoleKind.GroupMember or RoleKind.GroupOwner && OwnsGroup(facts, path) ? AdministrationRight.Manage
        : OverDirectory(facts);

    /// <summary>Over directory roles, and as a reader or manager of all groups.</summary>
    public static AdministrationRight OverDirectory(AdministratorFacts facts) =>
        !MayAct(facts) ? AdministrationRight.None
        : HoldsInDirectory(facts, DirectoryManagers) ? AdministrationRight.Manage
        : HoldsInDirectory(facts, DirectoryReaders) ? AdministrationRight.View
        : AdministrationRight.None;

    /// <summary>Whether this person may elevate.</summary>
    public static bool IsGlobalAdministrator(AdministratorFacts facts) =>
        MayAct(facts) && HoldsInDirectory(facts, [WellKnownRoles.GlobalAdministrator]);

    // A service account administers nothing (ours): nobody could be asked why.
    private static bool MayAct(AdministratorFacts facts) =>
        facts.Person is { Enabled: true, Kind: not PersonKind.ServiceAccount };

    // A role that is held at a scope holds below it. PRA and the readers of the directory see nothing here by default.
    private static AdministrationRight OverAzure(AdministratorFacts facts, IReadOnlyList<Scope> path) =>
        facts.IsElevated || path.Any(scope => AzureManagers.Any(role => facts.Holds.Contains(new(role, scope.Id))))
            ? AdministrationRight.Manage
            : AdministrationRight.None;

    private static bool OwnsGroup(AdministratorFacts facts, IReadOnlyList<Scope> path) =>
        path is [{ Group: { } group }, ..]
        && (
            facts.Owns.Contains(group)
            || facts.Holds.Any(h => h.Scope == path[0].Id && facts.OwnerRoles.Contains(h.Role))
        );

    private static bool HoldsInDirectory(AdministratorFacts facts, IReadOnlyList<RoleId> roles) =>
        roles.Any(role => facts.Holds.Contains(new(role, ScopeId.Directory)));
}
