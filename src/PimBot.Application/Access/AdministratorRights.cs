using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What a person may do as an administrator, looked up at this moment.</summary>
public static class AdministratorRights
{
    /// <summary>What the person's rights depend on; null when there is no such person.</summary>
    public static async Task<AdministratorFacts?> FactsAsync(
        IPimUnitOfWork work,
        PersonId id,
        CancellationToken cancellation
    )
    {
        if (await work.Directory.FindPersonAsync(id, cancellation) is not { } person)
        {
            return null;
        }

        var assigned = (await AssignmentReader.OfAsync(work, id, cancellation))
            .Where(a => a.Type is AssignmentType.Active && a.HoldsAt(work.Now))
            .Select(a => a.Access);
        var activated = (await work.Grants.OpenOfAsync(id, cancellation))
            .Where(g => g.IsActiveAt(work.Now))
            .Select(g => g.Access);
        var facts = new AdministratorFacts
        {
            Person = person,
            Holds = assigned.Concat(activated).ToHashSet(),
            Owns = (await work.Directory.GroupsOfAsync(id, asOwner: true, cancellation)).ToHashSet(),
            OwnerRoles = (await work.Directory.RolesAsync(cancellation))
                .Where(r => r.Kind is RoleKind.GroupOwner)
                .Select(r => r.Id)
                .ToHashSet(),
        };
        // It ends with the role that it came from.
        var elevation = await work.Administration.FindElevationAsync(id, cancellation);
        return facts with
        {
            IsElevated = elevation?.HoldsAt(work.Now) is true && AdministrationRules.IsGlobalAdministrator(facts),
        };
    }

    /// <summary>What the person may do with this role at this scope; <see cref="AdministrationRight.None"/> where one of them is unknown.</summary>
    public static async Task<AdministrationRight> OverAsync(
        IPimUnitOfWork work,
        PersonId person,
        RoleScope access,
        CancellationToken cancellation
    ) =>
        await FactsAsync(work, person, cancellation) is { } facts
            ? await OverAsync(work, facts, access, cancellation)
            : AdministrationRight.None;

    /// <inheritdoc cref="OverAsync(IPimUnitOfWork, PersonId, RoleScope, CancellationToken)"/>
    public static async Task<AdministrationRight> OverAsync(
        IPimUnitOfWork work,
        AdministratorFacts facts,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var role = (await work.Directory.RolesAsync(cancellation)).FirstOrDefault(r => r.Id == access.Role);
        var path = await work.Directory.ScopePathAsync(access.Scope, cancellation);
        return role is null || path.Count == 0
            ? AdministrationRight.None
            : AdministrationRules.RightOver(facts, role.Kind, path);
    }

    /// <summary>
    /// Who manages this role at this scope: those who hold the right now; where nobody does, those who could activate
    /// it (ours: somebody must hear of what waits).
    /// </summary>
    internal static async Task<IReadOnlyList<Person>> ManagersAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var (active, eligible) = await CandidatesAsync(work, access, cancellation);
        var found = await EnabledAsync(work, active, cancellation);
        return found.Count > 0 ? found : await EnabledAsync(work, eligible, cancellation);
    }

    private static async Task<(IReadOnlyList<RoleId> Roles, HashSet<ScopeId> Scopes, Scope? Group)> ManagingAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var path = await work.Directory.ScopePathAsync(access.Scope, cancellation);
        return role?.Kind is RoleKind.AzureRole
            ? (AdministrationRules.AzureManagers, path.Select(s => s.Id).ToHashSet(), null)
            : (
                AdministrationRules.DirectoryManagers,
                [ScopeId.Directory],
                role?.Kind is RoleKind.GroupMember or RoleKind.GroupOwner ? path.FirstOrDefault() : null
            );
    }

    private static async Task<(HashSet<PersonId> Active, HashSet<PersonId> Eligible)> CandidatesAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var (active, eligible) = (new HashSet<PersonId>(), new HashSet<PersonId>());
        var (roles, scopes, group) = await ManagingAsync(work, access, cancellation);
        foreach (var manager in roles)
        {
            var holders = await HolderReader.ReadAsync(work, manager, scopes, Supposing.Nothing, cancellation);
            active.UnionWith(holders.Active);
            eligible.UnionWith(holders.Eligible);
        }

        if (group is not null)
        {
            active.UnionWith(await OwnersAsync(work, group, Supposing.Nothing, cancellation));
        }

        return (active, eligible);
    }

    /// <summary>
    /// Who is asked to decide on a change of this access: those who manage it now; where nobody does, those who could
    /// activate the right. Nobody who is involved, nor an account of the same human. Emergency accounts, at which nobody
    /// sits, are asked only where there is nobody else (ours).
    /// </summary>
    internal static async Task<IReadOnlyList<Person>> AskedAsync(
        IPimUnitOfWork work,
        RoleScope access,
        IReadOnlyCollection<PersonId> involved,
        CancellationToken cancellation
    )
    {
        var persons = await work.Directory.PeopleAsync(involved, cancellation);
        var (active, eligible) = await CandidatesAsync(work, access, cancellation);
        var groups = new[] { await OthersAsync(active), await OthersAsync(eligible) };
        return groups
                .Select(g => g.Where(p => p.Kind is not PersonKind.Emergency).ToList())
                .Concat(groups.Select(g => g.ToList()))
                .FirstOrDefault(g => g.Count > 0)
            ?? [];

        async Task<List<Person>> OthersAsync(IReadOnlyCollection<PersonId> ids) =>
            [.. (await EnabledAsync(work, ids, cancellation)).Where(p => !persons.Any(p.IsSameHumanAs))];
    }

    /// <summary>What this person can activate to manage the role at this scope; null: nothing. A lesser role comes first.</summary>
    public static async Task<EligibleAccess?> ActivatableAsync(
        IPimUnitOfWork work,
        PersonId person,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var (roles, scopes, _) = await ManagingAsync(work, access, cancellation);
        var eligible = await AccessReader.EligibleAsync(work, person, cancellation);
        return eligible
            .Where(e => roles.Contains(e.Role.Id) && scopes.Contains(e.Scope.Id))
            .OrderBy(e => e.Role.Id == WellKnownRoles.GlobalAdministrator)
            .FirstOrDefault();
    }

    /// <summary>Who owns the group now: by the directory, by assignment or by activation.</summary>
    internal static async Task<IReadOnlySet<PersonId>> OwnersAsync(
        IPimUnitOfWork work,
        Scope scope,
        Supposing supposing,
        CancellationToken cancellation
    )
    {
        var owners = new HashSet<PersonId>();
        if (scope.Group is { } id)
        {
            owners.UnionWith((await work.Directory.GroupsAsync([id], cancellation)).SelectMany(g => g.Owners));
        }

        foreach (var role in (await work.Directory.RolesAsync(cancellation)).Where(r => r.Kind is RoleKind.GroupOwner))
        {
            var holders = await HolderReader.ReadAsync(
                work,
                role.Id,
                new HashSet<ScopeId> { scope.Id },
                supposing,
                cancellation
            );
            owners.UnionWith(holders.OnGround);
        }

        return owners;
    }

    private static async Task<IReadOnlyList<Person>> EnabledAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<PersonId> ids,
        CancellationToken cancellation
    ) =>
        [
            .. (await work.Directory.PeopleAsync(ids, cancellation))
                .Where(p => p is { Enabled: true, Kind: not PersonKind.ServiceAccount })
                .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase),
        ];
}
