using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>
/// Finds who holds a role: by assignment or activation, direct or through groups. A group's members are those of the
/// directory and those whom PimBot makes members at this moment.
/// </summary>
internal static class HolderReader
{
    /// <param name="work">The unit of work.</param>
    /// <param name="role">The role.</param>
    /// <param name="scopes">Where it must be held; null: anywhere.</param>
    /// <param name="supposing">What is thought away.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<RoleHolders> ReadAsync(
        IPimUnitOfWork work,
        RoleId role,
        IReadOnlySet<ScopeId>? scopes,
        Supposing supposing,
        CancellationToken cancellation
    )
    {
        var assignments = (await work.Assignments.ToAsync(role, cancellation))
            .Where(a => scopes?.Contains(a.Access.Scope) is not false && supposing.Counts(a, work.Now))
            .ToList();
        var groups = await MembersAsync(
            work,
            assignments.Select(a => a.Group).OfType<GroupId>(),
            supposing,
            cancellation
        );
        var grants = await work.Grants.OpenOfRoleAsync(role, cancellation);
        return new RoleHolders(
            PeopleOf(assignments.Where(supposing.IsActive), groups),
            grants
                .Where(g => scopes?.Contains(g.Access.Scope) is not false && supposing.Counts(g, work.Now))
                .Select(g => g.Person)
                .ToHashSet(),
            PeopleOf(assignments.Where(a => !supposing.IsActive(a)), groups)
        );
    }

    /// <summary>The members of each of the groups, at this moment.</summary>
    public static Task<IReadOnlyDictionary<GroupId, IReadOnlySet<PersonId>>> MembersAsync(
        IPimUnitOfWork work,
        IEnumerable<GroupId> wanted,
        CancellationToken cancellation
    ) => MembersAsync(work, wanted, Supposing.Nothing, cancellation);

    /// <summary>The members of each of the groups without those whom an assignment or an activation that is thought away makes members.</summary>
    public static async Task<IReadOnlyDictionary<GroupId, IReadOnlySet<PersonId>>> MembersAsync(
        IPimUnitOfWork work,
        IEnumerable<GroupId> wanted,
        Supposing supposing,
        CancellationToken cancellation
    )
    {
        var ids = wanted.ToHashSet();
        var members = (await work.Directory.GroupsAsync(ids, cancellation)).ToDictionary(
            g => g.Id,
            g => g.Members.ToHashSet()
        );
        if (members.Count > 0)
        {
            await AddMembersByPimAsync(work, members, supposing, cancellation);
        }

        return members.ToDictionary(pair => pair.Key, pair => (IReadOnlySet<PersonId>)pair.Value);
    }

    private static async Task AddMembersByPimAsync(
        IPimUnitOfWork work,
        Dictionary<GroupId, HashSet<PersonId>> members,
        Supposing supposing,
        CancellationToken cancellation
    )
    {
        var roles = await work.Directory.RolesAsync(cancellation);
        foreach (var role in roles.Where(r => r.Kind is RoleKind.GroupMember))
        {
            var assigned = (await work.Assignments.ToAsync(role.Id, cancellation))
                .Where(a => a.Person is not null && supposing.IsActive(a) && supposing.Counts(a, work.Now))
                .Select(a => (a.Access.Scope, Person: a.Person!.Value));
            var activated = (await work.Grants.OpenOfRoleAsync(role.Id, cancellation))
                .Where(g => supposing.Counts(g, work.Now))
                .Select(g => (g.Access.Scope, g.Person));
            foreach (var (scope, person) in assigned.Concat(activated))
            {
                if (Scope.GroupOf(scope) is { } group && members.TryGetValue(group, out var known))
                {
                    known.Add(person);
                }
            }
        }
    }

    private static HashSet<PersonId> PeopleOf(
        IEnumerable<Assignment> assignments,
        IReadOnlyDictionary<GroupId, IReadOnlySet<PersonId>> groups
    ) =>
        [
            .. assignments.SelectMany(a =>
                a.Person is { } person
                    ? [person]
                    : groups.GetValueOrDefault(a.Group!.Value) ?? (IEnumerable<PersonId>)[]
            ),
        ];
}
