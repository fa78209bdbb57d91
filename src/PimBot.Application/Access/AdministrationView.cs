using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What one person sees as an administrator or reader at this moment, by the published table of rights.</summary>
public sealed class AdministrationView
{
    private readonly Dictionary<RoleId, Role> roles;
    private readonly Dictionary<ScopeId, Scope> scopes;

    // One right holds for all roles of a kind at a scope.
    private readonly Dictionary<(RoleKind, ScopeId), AdministrationRight> rights = [];

    /// <param name="facts">Who looks.</param>
    /// <param name="roles">Every role.</param>
    /// <param name="scopes">Every scope.</param>
    /// <param name="counts">How many assignments there are.</param>
    /// <param name="withSettings">What else is to be listed, such as that which has settings.</param>
    public AdministrationView(
        AdministratorFacts facts,
        IReadOnlyList<Role> roles,
        IReadOnlyList<Scope> scopes,
        IReadOnlyList<AssignmentCount> counts,
        IEnumerable<RoleScope> withSettings
    )
    {
        this.roles = roles.ToDictionary(r => r.Id);
        this.scopes = scopes.ToDictionary(s => s.Id);
        Facts = facts;
        var (roleRank, scopeRank) = (Ranks(roles, r => r.Id, r => r.Name), Ranks(scopes, s => s.Id, s => s.Name));
        var known = counts.ToDictionary(c => c.Access);
        Accesses =
        [
            .. roles
                .Where(r => r.Kind is RoleKind.DirectoryRole)
                .Select(r => new RoleScope(r.Id, ScopeId.Directory))
                .Concat(withSettings)
                .Concat(known.Keys)
                .Distinct()
                .Select(access => Find(access, known.GetValueOrDefault(access)))
                .OfType<ManagedAccess>()
                .OrderBy(a => roleRank[a.Role.Id])
                .ThenBy(a => scopeRank[a.Scope.Id]),
        ];
    }

    public AdministratorFacts Facts { get; }

    /// <summary>Every directory role, and every other role at each scope where it has settings or assignments, as far as the person may see them; by name.</summary>
    public IReadOnlyList<ManagedAccess> Accesses { get; }

    /// <summary>Whether the person sees anything but what is their own.</summary>
    public bool IsEmpty => Accesses.Count == 0;

    /// <summary>Whether the person manages directory roles.</summary>
    public bool ManagesDirectory => AdministrationRules.OverDirectory(Facts) is AdministrationRight.Manage;

    public IEnumerable<Role> Roles => roles.Values;

    public IEnumerable<Scope> Scopes => scopes.Values;

    public Role? Role(RoleId id) => roles.GetValueOrDefault(id);

    public Scope? Scope(ScopeId id) => scopes.GetValueOrDefault(id);

    public AdministrationRight RightOver(RoleScope access)
    {
        if (Role(access.Role) is not { } role)
        {
            return AdministrationRight.None;
        }

        if (!rights.TryGetValue((role.Kind, access.Scope), out var right))
        {
            right = PathOf(access.Scope) is { Count: > 0 } path
                ? AdministrationRules.RightOver(Facts, role.Kind, path)
                : AdministrationRight.None;
            rights[(role.Kind, access.Scope)] = right;
        }

        return right;
    }

    /// <summary>Null where the person sees nothing, or where there can be no such role.</summary>
    public ManagedAccess? Find(RoleScope access) =>
        Accesses.FirstOrDefault(a => a.Access == access) ?? Find(access, null);

    private ManagedAccess? Find(RoleScope access, AssignmentCount? count) =>
        Role(access.Role) is { } role
        && Scope(access.Scope) is { } scope
        && Domain.Access.Scope.Fits(role.Kind, scope.Kind)
        && RightOver(access) is not AdministrationRight.None and var right
            ? new ManagedAccess(role, scope, right, count ?? new AssignmentCount(access, 0, 0, 0))
            : null;

    // Names are compared once, not once for each pair of role and scope.
    private static Dictionary<TId, int> Ranks<T, TId>(IReadOnlyList<T> all, Func<T, TId> id, Func<T, string> name)
        where TId : notnull =>
        all.OrderBy(name, StringComparer.OrdinalIgnoreCase)
            .Select((item, rank) => (Id: id(item), Rank: rank))
            .ToDictionary(pair => pair.Id, pair => pair.Rank);

    private List<Scope> PathOf(ScopeId id)
    {
        // Ends even if a loop was ever stored.
        var path = new List<Scope>();
        for (ScopeId? next = id; next is { } wanted && path.Count <= scopes.Count; next = path[^1].Parent)
        {
            if (!scopes.TryGetValue(wanted, out var found))
            {
                break;
            }

            path.Add(found);
        }

        return path;
    }
}
