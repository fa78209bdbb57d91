using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Counts who would be left without one assignment or activation. Only enabled people count.</summary>
internal static class RemainingHoldersReader
{
    /// <summary>Null where nobody counts: no guarded role, none that members of the group hold, and no policy's approvers.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="role">The assignment's role.</param>
    /// <param name="scope">The assignment's scope.</param>
    /// <param name="assignment">What goes.</param>
    /// <param name="gone">The same as a thought: the assignment is away, or makes merely eligible.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<RemainingHolders?> WithoutAsync(
        IPimUnitOfWork work,
        Role role,
        Scope scope,
        Assignment assignment,
        Supposing gone,
        CancellationToken cancellation
    )
    {
        var given = await GivenByMembershipAsync(work, role, scope, gone, cancellation);
        var policies = await ApprovedThroughAsync(work, role, scope, given, cancellation);
        if (!LastHolderGuard.Watches(role) && policies.Count == 0 && given.Count == 0)
        {
            return null;
        }

        return await CountAsync(work, role, scope, gone, cancellation) with
        {
            ApproversAfter = await HaveApproversAsync(work, policies, gone, cancellation),
            AdministratorsAfter =
                assignment.Person is not { } member
                || await AreAdministratorsLeftAsync(work, member, given, gone, cancellation),
        };
    }

    /// <summary>Null where nobody counts.</summary>
    public static async Task<RemainingHolders?> WithoutAsync(
        IPimUnitOfWork work,
        Grant grant,
        bool countsOverdue,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(grant.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([grant.Access.Scope], cancellation)).SingleOrDefault();
        if (role is null || scope is null)
        {
            return null;
        }

        var gone = new Supposing(WithoutGrant: grant.Id, CountsOverdue: countsOverdue);
        var given = await GivenByMembershipAsync(work, role, scope, gone, cancellation);
        if (!LastHolderGuard.Watches(role) && given.Count == 0)
        {
            return null;
        }

        return await CountAsync(work, role, scope, gone, cancellation) with
        {
            AdministratorsAfter = await AreAdministratorsLeftAsync(work, grant.Person, given, gone, cancellation),
        };
    }

    private static async Task<RemainingHolders> CountAsync(
        IPimUnitOfWork work,
        Role role,
        Scope scope,
        Supposing gone,
        CancellationToken cancellation
    )
    {
        await work.Assignments.LockAsync(role.Id, cancellation);
        var scopes = new HashSet<ScopeId> { scope.Id };
        var before = await HolderReader.ReadAsync(work, role.Id, scopes, Supposing.Nothing, cancellation);
        var after = await HolderReader.ReadAsync(work, role.Id, scopes, gone, cancellation);
        IEnumerable<PersonId> active =
            role.Kind is RoleKind.GroupOwner
                ? await AdministratorRights.OwnersAsync(work, scope, gone, cancellation)
                : after.OnGround;
        return new RemainingHolders(
            await EnabledAsync(work, before.OnGround, cancellation),
            await EnabledAsync(work, active, cancellation),
            await EnabledAsync(work, after.Assigned, cancellation)
        );
    }

    // Whoever leaves a group leaves the roles that the group has.
    private static async Task<IReadOnlyList<Assignment>> GivenByMembershipAsync(
        IPimUnitOfWork work,
        Role role,
        Scope scope,
        Supposing gone,
        CancellationToken cancellation
    ) =>
        role.Kind is RoleKind.GroupMember && scope.Group is { } group
            ? [.. (await work.Assignments.OfGroupsAsync([group], cancellation)).Where(a => gone.Counts(a, work.Now))]
            : [];

    private static async Task<bool> AreAdministratorsLeftAsync(
        IPimUnitOfWork work,
        PersonId member,
        IReadOnlyList<Assignment> given,
        Supposing gone,
        CancellationToken cancellation
    )
    {
        if (given.Count == 0 || await EnabledAsync(work, [member], cancellation) == 0)
        {
            return true;
        }

        var activated = (await work.Grants.OpenOfAsync(member, cancellation))
            .Where(g => (gone with { WithoutGrant = null }).Counts(g, work.Now))
            .Select(g => g.Access)
            .ToHashSet();
        var held = given.Where(a => a.Type is AssignmentType.Active || activated.Contains(a.Access));
        foreach (
            var guarded in held.Select(a => a.Access.Role)
                .Intersect(WellKnownRoles.Guarded)
                .OrderBy(r => r.Value, StringComparer.Ordinal)
        )
        {
            await work.Assignments.LockAsync(guarded, cancellation);
            var directory = new HashSet<ScopeId> { ScopeId.Directory };
            var after = await HolderReader.ReadAsync(work, guarded, directory, gone, cancellation);
            if (await EnabledAsync(work, after.OnGround, cancellation) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<int> EnabledAsync(
        IPimUnitOfWork work,
        IEnumerable<PersonId> ids,
        CancellationToken cancellation
    ) =>
        (await work.Directory.PeopleAsync([.. ids], cancellation)).Count(p =>
            p is { Enabled: true, Kind: not PersonKind.ServiceAccount }
        );

    private static async Task<IReadOnlyList<RolePolicy>> ApprovedThroughAsync(
        IPimUnitOfWork work,
        Role role,
        Scope scope,
        IReadOnlyList<Assignment> given,
        CancellationToken cancellation
    )
    {
        var roles = given.Select(a => a.Access.Role).Append(role.Id).ToHashSet();
        var group = role.Kind is RoleKind.GroupMember ? scope.Group : null;
        bool IsThrough(ApproverReference approver) =>
            (approver.Role is { } named && roles.Contains(named)) || (approver.Group is { } one && one == group);
        var isDefault = roles.Overlaps(WellKnownRoles.DefaultApprovers);
        return
        [
            .. (await work.Directory.AllPoliciesAsync(cancellation)).Where(p =>
                p.Activation.Requires(ActivationRequirements.Approval)
                && (p.Activation.Approvers.Count == 0 ? isDefault : p.Activation.Approvers.Any(IsThrough))
            ),
        ];
    }

    // A policy that had no approver before is not this assignment's fault.
    private static async Task<bool> HaveApproversAsync(
        IPimUnitOfWork work,
        IReadOnlyList<RolePolicy> policies,
        Supposing gone,
        CancellationToken cancellation
    )
    {
        foreach (var policy in policies)
        {
            var before = await ApproverReader.AllAsync(work, policy, Supposing.Nothing, cancellation);
            var after = await ApproverReader.AllAsync(work, policy, gone with { CountsOverdue = false }, cancellation);
            if (before.Count > 0 && after.Count == 0)
            {
                return false;
            }
        }

        return true;
    }
}
