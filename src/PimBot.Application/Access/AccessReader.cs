using PimBot.Application.Work;
using PimBot.Domain.Access;

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
        var eligible = (await work.Directory.AssignmentsOfAsync(person, cancellation))
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
        var standing = (await work.Directory.AssignmentsOfAsync(person, cancellation))
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
        var assignments = await work.Directory.AssignmentsOfAsync(person, cancellation);
        var accesses = assignments.Select(a => a.Access).Distinct().ToList();
        var names = await NamesAsync(work, accesses, cancellation);
        return [.. accesses.Where(names.Knows).Select(a => (names.Role(a), names.Scope(a)))];
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
