using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads a person's assignments with everything that memberships add, those by PimBot included.</summary>
internal static class AssignmentReader
{
    /// <summary>Both types, over or not: direct, through groups of the directory, and through groups that PimBot makes the person a member of now.</summary>
    public static async Task<IReadOnlyList<Assignment>> OfAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var own = await work.Assignments.OfAsync(person, cancellation);
        var memberRoles = (await work.Directory.RolesAsync(cancellation))
            .Where(r => r.Kind is RoleKind.GroupMember)
            .Select(r => r.Id)
            .ToHashSet();
        if (memberRoles.Count == 0)
        {
            return own;
        }

        var assigned = own.Where(a => a.Type is AssignmentType.Active && a.HoldsAt(work.Now)).Select(a => a.Access);
        var activated = (await work.Grants.OpenOfAsync(person, cancellation))
            .Where(g => g.IsActiveAt(work.Now))
            .Select(g => g.Access);
        var groups = assigned
            .Concat(activated)
            .Where(access => memberRoles.Contains(access.Role))
            .Select(access => Scope.GroupOf(access.Scope))
            .OfType<GroupId>()
            .ToHashSet();
        return groups.Count == 0
            ? own
            : [.. own.Concat(await work.Assignments.OfGroupsAsync(groups, cancellation)).DistinctBy(a => a.Id)];
    }
}
