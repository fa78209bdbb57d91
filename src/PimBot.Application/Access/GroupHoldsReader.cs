using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads which groups are members or owners of which by assignment, for who would add to that.</summary>
internal static class GroupHoldsReader
{
    /// <summary>Lets one unit of work at a time make a group a member or owner of another: two could close a circle together.</summary>
    /// <returns>What the request would add; null: nothing of the sort.</returns>
    public static async Task<GroupHold?> LockAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        CancellationToken cancellation
    )
    {
        var roles = await work.Directory.RolesAsync(cancellation);
        var hold = roles.FirstOrDefault(r => r.Id == request.Access.Role) is { } role
            ? GroupHold.Of(role.Kind, request.Access.Scope, request.Principal)
            : null;
        IEnumerable<RoleId> locked = hold is null
            ? [request.Access.Role]
            : roles.Where(IsOfGroups).Select(r => r.Id).OrderBy(id => id.Value, StringComparer.Ordinal);
        foreach (var id in locked)
        {
            await work.Assignments.LockAsync(id, cancellation);
        }

        return hold;
    }

    /// <summary>Whether the group would be a member or owner of itself.</summary>
    public static async Task<bool> IsCircleAsync(
        IPimUnitOfWork work,
        AssignmentRequest request,
        GroupHold? hold,
        CancellationToken cancellation
    )
    {
        if (hold is null)
        {
            return false;
        }

        var held = new List<GroupHold>();
        foreach (var role in (await work.Directory.RolesAsync(cancellation)).Where(IsOfGroups))
        {
            var assigned = await work.Assignments.ToAsync(role.Id, cancellation);
            held.AddRange(
                assigned
                    .Where(a => a.Id != request.Assignment && !a.IsOverAt(work.Now))
                    .Select(a => GroupHold.Of(role.Kind, a.Access.Scope, a.Principal))
                    .OfType<GroupHold>()
            );
        }

        return GroupCircle.IsClosedBy(hold, held);
    }

    private static bool IsOfGroups(Role role) => role.Kind is RoleKind.GroupMember or RoleKind.GroupOwner;
}
