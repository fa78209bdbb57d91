using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Application.Approvals;

/// <summary>Finds the people behind a policy's approvers, as the directory is at this moment.</summary>
internal static class ApproverReader
{
    /// <summary>Those who may decide on this person's request.</summary>
    public static async Task<IReadOnlyList<Person>> WhoMayDecideAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        Person requester,
        CancellationToken cancellation
    )
    {
        var (named, others) = await FindAsync(work, policy, Supposing.Nothing, cancellation);
        return ApproverRules.Among(named, others, requester);
    }

    /// <summary>Everybody who may decide on somebody's request.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="supposing">What is thought away.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<IReadOnlyList<Person>> AllAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        Supposing supposing,
        CancellationToken cancellation
    )
    {
        var (named, others) = await FindAsync(work, policy, supposing, cancellation);
        return ApproverRules.Among(named, others);
    }

    private static async Task<(IReadOnlyList<Person> Named, IReadOnlyList<Person> Others)> FindAsync(
        IPimUnitOfWork work,
        RolePolicy policy,
        Supposing supposing,
        CancellationToken cancellation
    )
    {
        var references = await ReferencesAsync(work, policy, cancellation);
        var named = references.Select(r => r.Person).OfType<PersonId>().ToHashSet();
        var others = new HashSet<PersonId>();
        var groups = references.Select(r => r.Group).OfType<GroupId>();
        foreach (var members in (await HolderReader.MembersAsync(work, groups, supposing, cancellation)).Values)
        {
            others.UnionWith(members);
        }

        var path = (await work.Directory.ScopePathAsync(policy.Access.Scope, cancellation))
            .Select(s => s.Id)
            .ToHashSet();
        foreach (var role in references.Select(r => r.Role).OfType<RoleId>())
        {
            var holders = await HolderReader.ReadAsync(work, role, path, supposing, cancellation);
            others.UnionWith(holders.Assigned.Union(holders.Eligible));
        }

        others.ExceptWith(named);
        return (
            await work.Directory.PeopleAsync(named, cancellation),
            await work.Directory.PeopleAsync(others, cancellation)
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
}
