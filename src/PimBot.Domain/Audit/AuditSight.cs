using PimBot.Domain.Access;

namespace PimBot.Domain.Audit;

/// <summary>
/// Which entries one person may read: their own, and those about what they may view by the published table of rights.
/// The one rule for chat, API and export; the store says the same in its own language.
/// </summary>
public sealed record AuditSight
{
    public required PersonId Reader { get; init; }

    /// <summary>Whether entries about no role and no place are seen: the directory, the service, notices.</summary>
    public bool SeesGeneral { get; init; }

    /// <summary>Roles whose entries are seen at every scope.</summary>
    public IReadOnlySet<RoleId> Roles { get; init; } = new HashSet<RoleId>();

    /// <summary>Roles whose entries are seen at <see cref="Scopes"/> only. No role of one kind is ever held at a scope of another.</summary>
    public IReadOnlySet<RoleId> RolesAtScopes { get; init; } = new HashSet<RoleId>();

    public IReadOnlySet<ScopeId> Scopes { get; init; } = new HashSet<ScopeId>();

    /// <summary>Whether entries about an Azure scope and no role are seen wherever that is; else at <see cref="Scopes"/> only.</summary>
    public bool SeesAllAzure { get; init; }

    /// <summary>Whether there is no role and no place that the person does not see.</summary>
    public bool SeesEverything { get; init; }

    /// <summary>Whether nothing but the person's own entries is seen.</summary>
    public bool IsOwnOnly =>
        this is { SeesEverything: false, SeesGeneral: false, SeesAllAzure: false }
        && Roles.Count == 0
        && RolesAtScopes.Count == 0
        && Scopes.Count == 0;

    /// <summary>The person's own entries, and nothing else.</summary>
    public static AuditSight Own(PersonId reader) => new() { Reader = reader };

    /// <param name="facts">Who reads.</param>
    /// <param name="roles">Every role.</param>
    /// <param name="scopes">Every scope.</param>
    public static AuditSight Of(AdministratorFacts facts, IReadOnlyList<Role> roles, IReadOnlyList<Scope> scopes)
    {
        var byId = scopes.ToDictionary(scope => scope.Id);
        bool Sees(RoleKind kind, Scope scope) =>
            AdministrationRules.RightOver(facts, kind, PathOf(scope, byId)) is not AdministrationRight.None;

        var seesDirectory = AdministrationRules.OverDirectory(facts) is not AdministrationRight.None;
        var places = scopes.Where(s => s.Kind is not ScopeKind.Group).ToList();
        var azure = places.Where(s => Sees(RoleKind.AzureRole, s)).ToList();
        var seesAllAzure = azure.Count > 0 && azure.Count == places.Count;
        var groups = seesDirectory
            ? []
            : scopes.Where(s => s.Kind is ScopeKind.Group && Sees(RoleKind.GroupMember, s)).ToList();
        bool Everywhere(Role role) => role.Kind is RoleKind.AzureRole ? seesAllAzure : seesDirectory;
        bool Somewhere(Role role) =>
            !Everywhere(role)
            && role.Kind switch
            {
                RoleKind.AzureRole => azure.Count > 0,
                RoleKind.DirectoryRole => false,
                _ => groups.Count > 0,
            };

        return new AuditSight
        {
            Reader = facts.Person.Id,
            SeesGeneral = seesDirectory,
            Roles = roles.Where(Everywhere).Select(r => r.Id).ToHashSet(),
            RolesAtScopes = roles.Where(Somewhere).Select(r => r.Id).ToHashSet(),
            Scopes = (seesAllAzure ? groups : azure.Concat(groups)).Select(s => s.Id).ToHashSet(),
            SeesAllAzure = seesAllAzure,
            SeesEverything =
                seesDirectory
                && roles.All(Everywhere)
                && (seesAllAzure || places.All(s => s.Kind is ScopeKind.Directory)),
        };
    }

    public bool Sees(AuditEvent happened) =>
        SeesEverything
        || happened.Actor == Reader
        || happened.Subject == Reader
        || (
            happened.Access is { } access ? Sees(access)
            : happened.Scope is { } scope ? SeesAllAzure || Scopes.Contains(scope)
            : SeesGeneral
        );

    /// <summary>Whether everything about this role at this scope is seen, whomever it concerns.</summary>
    public bool Sees(RoleScope access) =>
        SeesEverything
        || Roles.Contains(access.Role)
        || (RolesAtScopes.Contains(access.Role) && Scopes.Contains(access.Scope));

    private static List<Scope> PathOf(Scope scope, Dictionary<ScopeId, Scope> scopes)
    {
        // Ends even if a loop was ever stored.
        var path = new List<Scope> { scope };
        while (path[^1].Parent is { } above && path.Count <= scopes.Count && scopes.TryGetValue(above, out var next))
        {
            path.Add(next);
        }

        return path;
    }
}
