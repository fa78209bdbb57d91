using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Application.Approvals;

/// <summary>Finds the people behind a policy's approvers, as the directory is at this moment.</summary>
internal static class ApproverReader
{
    public static async Task<IReadOnlyList<Person>> WhoMayDecideAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        Person requester,
        CancellationToken cancellation
    )
    {
        var references = await ReferencesAsync(work, policy, cancellation);
        var named = references.Select(r => r.Person).OfType<PersonId>().ToHashSet();
        var others = new HashSet<PersonId>();
        var groups = references.Select(r => r.Group).OfType<GroupId>().ToList();
        foreach (var group in await work.Directory.GroupsAsync(groups, cancellation))
        {
            others.UnionWith(group.Members);
        }

        foreach (var role in references.Select(r => r.Role).OfType<RoleId>())
        {
            others.UnionWith(await HoldersAsync(work, role, policy.Access.Scope, cancellation));
        }

        others.ExceptWith(named);
        return ApproverRules.Among(
            await work.Directory.PeopleAsync(named, cancellation),
            await work.Directory.PeopleAsync(others, cancellation),
            requester
        );
    }

    private static async Task<IReadOnlyList<ApproverReference>> ReferencesAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        if (policy.Activation.Approvers.Count > 0)
        {
            return policy.Activation.Approvers;
        }

        var role = await work.Directory.FindRoleAsync(policy.Access.Role, cancellation);
        return role?.Kind is RoleKind.DirectoryRole
            ? [.. WellKnownRoles.DefaultApprovers.Select(r => new ApproverReference { Role = r })]
            : [];
    }

    /// <summary>Whoever is eligible or active for the role at the scope or above, now.</summary>
    private static async Task<HashSet<PersonId>> HoldersAsync(
        IPimUnitOfWork work,
        RoleId role,
        ScopeId scope,
        CancellationToken cancellation
    )
    {
        var path = (await work.Directory.ScopePathAsync(scope, cancellation)).Select(s => s.Id).ToHashSet();
        var assignments = (await work.Directory.AssignmentsToAsync(role, cancellation))
            .Where(a => path.Contains(a.Access.Scope) && a.HoldsAt(work.Now))
            .ToList();
        var holders = assignments.Select(a => a.Person).OfType<PersonId>().ToHashSet();
        var groups = assignments.Select(a => a.Group).OfType<GroupId>().ToHashSet();
        foreach (var group in await work.Directory.GroupsAsync(groups, cancellation))
        {
            holders.UnionWith(group.Members);
        }

        return holders;
    }
}
