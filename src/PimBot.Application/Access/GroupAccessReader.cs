using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads who has what through a group. Who may see it is the caller's matter.</summary>
public static class GroupAccessReader
{
    private const int MostNames = 5;

    /// <summary>What the person has through groups now, or from a start on, of these roles and scopes.</summary>
    public static async Task<IReadOnlyList<GroupAccess>> OfAsync(
        IPimUnitOfWork work,
        PersonId person,
        IReadOnlySet<RoleScope> accesses,
        CancellationToken cancellation
    )
    {
        var all = await AssignmentReader.OfAsync(work, person, cancellation);
        var through = all.Where(a => a.Group is not null && accesses.Contains(a.Access) && !a.IsOverAt(work.Now))
            .ToList();
        var groups = (
            await work.Directory.GroupsAsync([.. through.Select(a => a.Group!.Value).Distinct()], cancellation)
        ).ToDictionary(g => g.Id);
        var memberRoles = (await work.Directory.RolesAsync(cancellation))
            .Where(r => r.Kind is RoleKind.GroupMember)
            .ToList();
        return
        [
            .. through
                .Where(a => groups.ContainsKey(a.Group!.Value))
                .Select(a => (Assignment: a, Group: groups[a.Group!.Value]))
                .Select(a => new GroupAccess(
                    a.Assignment,
                    a.Group,
                    a.Group.Members.Contains(person) ? null : MemberRole(a.Group.Id)
                )),
        ];

        Role? MemberRole(GroupId group) =>
            memberRoles.FirstOrDefault(role =>
                all.Any(a => a.Group is null && a.Access.Role == role.Id && Scope.GroupOf(a.Access.Scope) == group)
            );
    }

    /// <summary>The view of an assignment with what its holder has of the same through groups.</summary>
    public static async Task<AssignmentView> WithGroupsAsync(
        IPimUnitOfWork work,
        AssignmentView view,
        CancellationToken cancellation
    ) =>
        view.Assignment.Person is { } person
            ? view with
            {
                ThroughGroups = await OfAsync(
                    work,
                    person,
                    new HashSet<RoleScope> { view.Assignment.Access },
                    cancellation
                ),
            }
            : view;

    /// <summary>Who is in each group at this moment: how many, and the first few names.</summary>
    public static async Task<IReadOnlyDictionary<GroupId, GroupMembers>> MembersAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<GroupId> groups,
        CancellationToken cancellation
    )
    {
        if (groups.Count == 0)
        {
            return new Dictionary<GroupId, GroupMembers>();
        }

        var members = await HolderReader.MembersAsync(work, groups, cancellation);
        var shown = members.Values.SelectMany(m => m.OrderBy(id => id.Value, StringComparer.Ordinal).Take(MostNames));
        var people = (await work.Directory.PeopleAsync([.. shown.Distinct()], cancellation)).ToDictionary(p => p.Id);
        return members.ToDictionary(
            pair => pair.Key,
            pair => new GroupMembers(
                pair.Value.Count,
                [
                    .. pair
                        .Value.OrderBy(id => id.Value, StringComparer.Ordinal)
                        .Take(MostNames)
                        .Select(id => people.GetValueOrDefault(id)?.Name)
                        .OfType<string>()
                        .Order(StringComparer.OrdinalIgnoreCase),
                ]
            )
        );
    }
}
