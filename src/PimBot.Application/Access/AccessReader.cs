using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>What a person may activate, and what a person holds.</summary>
public static class AccessReader
{
    /// <summary>Every role and scope that the person is eligible for now, by name; of several eligibilities for one the longest.</summary>
    public static async Task<IReadOnlyList<EligibleAccess>> EligibleAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var eligible = (await AssignmentReader.OfAsync(work, person, cancellation))
            .Where(a => a.Type is AssignmentType.Eligible && a.HoldsAt(work.Now))
            .GroupBy(a => a.Access)
            .ToList();
        var names = await NamesAsync(work, [.. eligible.Select(g => g.Key)], cancellation);
        var policies = await work.Directory.PoliciesAsync([.. eligible.Select(g => g.Key)], cancellation);
        var open = (await work.Grants.OpenOfAsync(person, cancellation)).ToDictionary(g => g.Access);
        var pending = (await work.Requests.PendingOfAsync(person, cancellation)).ToDictionary(r => r.Access);
        var found = new List<EligibleAccess>(eligible.Count);
        foreach (var group in eligible.Where(g => names.Knows(g.Key)))
        {
            var ends = group.Select(a => a.End).ToList();
            found.Add(
                new EligibleAccess(
                    names.Role(group.Key),
                    names.Scope(group.Key),
                    ends.Contains(null) ? null : ends.Max(),
                    policies[group.Key],
                    open.GetValueOrDefault(group.Key),
                    pending.GetValueOrDefault(group.Key)
                )
            );
        }

        return
        [
            .. found
                .OrderBy(e => e.Role.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(e => e.Scope.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Everything that the person holds now, by activation or by standing assignment, by name.</summary>
    public static async Task<IReadOnlyList<HeldAccess>> HeldAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var grants = (await work.Grants.OpenOfAsync(person, cancellation))
            .Where(g => g.IsActiveAt(work.Now))
            .Select(g => (g.Access, g.Until, Grant: (Grant?)g));
        var standing = (await AssignmentReader.OfAsync(work, person, cancellation))
            .Where(a => a.Type is AssignmentType.Active && a.HoldsAt(work.Now))
            .Select(a => (a.Access, Until: a.End, Grant: (Grant?)null));
        var held = grants.Concat(standing).ToList();
        var names = await NamesAsync(work, [.. held.Select(h => h.Access)], cancellation);
        return
        [
            .. held.Where(h => names.Knows(h.Access))
                .Select(h => new HeldAccess(names.Role(h.Access), names.Scope(h.Access), h.Until, h.Grant))
                .OrderBy(h => h.Role.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Every role and scope that the person has, or had, anything to do with: what a typed name may mean.</summary>
    public static async Task<IReadOnlyList<(Role Role, Scope Scope)>> NamedAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var assignments = await AssignmentReader.OfAsync(work, person, cancellation);
        var accesses = assignments.Select(a => a.Access).Distinct().ToList();
        var names = await NamesAsync(work, accesses, cancellation);
        return [.. accesses.Where(names.Knows).Select(a => (names.Role(a), names.Scope(a)))];
    }

    /// <summary>The settings by which an activation of this access is judged for this person, narrower than the eligibility or not.</summary>
    public static async Task<RolePolicy> PolicyForAsync(
        IPimUnitOfWork work,
        PersonId person,
        RoleScope access,
        CancellationToken cancellation
    ) =>
        await EligibilityReader.PolicyAsync(
            work,
            access,
            await EligibilityReader.ForAsync(work, person, access, cancellation),
            cancellation
        );

    /// <summary>The scopes below this one where the role can be held, by name; none for directory and group roles.</summary>
    public static async Task<IReadOnlyList<Scope>> BelowAsync(
        IPimUnitOfWork work,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        if (role?.Kind is not RoleKind.AzureRole)
        {
            return [];
        }

        var all = await work.Directory.AllScopesAsync(cancellation);
        var children = all.Where(s => s.Parent is not null).ToLookup(s => s.Parent!.Value);
        var (found, next) = (new List<Scope>(), new Queue<ScopeId>([access.Scope]));
        while (next.TryDequeue(out var above) && found.Count <= all.Count)
        {
            foreach (var child in children[above].Where(c => Scope.Fits(role.Kind, c.Kind)))
            {
                found.Add(child);
                next.Enqueue(child.Id);
            }
        }

        return [.. found.OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static async Task<AccessNames> NamesAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<RoleScope> accesses,
        CancellationToken cancellation
    )
    {
        if (accesses.Count == 0)
        {
            return new AccessNames([], []);
        }

        var scopes = accesses.Select(a => a.Scope).ToHashSet();
        return new AccessNames(
            await work.Directory.RolesAsync(cancellation),
            await work.Directory.ScopesAsync(scopes, cancellation)
        );
    }

    private sealed class AccessNames(IReadOnlyList<Role> roles, IReadOnlyList<Scope> scopes)
    {
        private readonly Dictionary<RoleId, Role> roles = roles.ToDictionary(r => r.Id);
        private readonly Dictionary<ScopeId, Scope> scopes = scopes.ToDictionary(s => s.Id);

        public bool Knows(RoleScope access) => roles.ContainsKey(access.Role) && scopes.ContainsKey(access.Scope);

        public Role Role(RoleScope access) => roles[access.Role];

        public Scope Scope(RoleScope access) => scopes[access.Scope];
    }
}
