using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>Reads policies for whoever may see them.</summary>
internal static class PolicyReader
{
    /// <summary>The order of the list; policies' ids are unique in it.</summary>
    public static string KeyOf(RoleScope access) => $"{access.Scope.Value} {access.Role.Value}";

    /// <summary>
    /// Where the caller sees a policy: those that were set, those of roles that are assigned somewhere, and of every
    /// directory role. With role and scope both given also any other that is possible.
    /// </summary>
    public static async Task<IEnumerable<RoleScope>> AccessesAsync(
        IPimUnitOfWork work,
        Viewer viewer,
        string? role,
        string? scope,
        CancellationToken cancellation
    )
    {
        var set = (await work.Directory.AllPoliciesAsync(cancellation)).Select(p => p.Access);
        var assigned = (await work.Assignments.CountAsync(cancellation)).Select(c => c.Access);
        var directory = viewer
            .Roles.Where(r => r.Kind is RoleKind.DirectoryRole)
            .Select(r => new RoleScope(r.Id, ScopeId.Directory));
        IEnumerable<RoleScope> named = role is null || scope is null ? [] : [new(new(role), new(scope))];
        return set.Concat(assigned)
            .Concat(directory)
            .Concat(named)
            .Distinct()
            .Where(a => (role is null || a.Role.Value == role) && (scope is null || a.Scope.Value == scope))
            .Where(a => IsPossible(viewer, a) && viewer.Sees(a));
    }

    public static async Task<ApiPage<RolePolicyResource>> ReadAsync(
        IPimUnitOfWork work,
        Viewer viewer,
        ApiPage<RoleScope> page,
        CancellationToken cancellation
    )
    {
        var policies = await work.Directory.PoliciesAsync([.. page.Value], cancellation);
        var set = (await work.Directory.AllPoliciesAsync(cancellation)).Select(p => p.Access).ToHashSet();
        return PageAsk.Map(page, access => Of(viewer, policies[access], isDefault: !set.Contains(access)));
    }

    /// <exception cref="ApiProblemException">There is none, or none that the caller sees.</exception>
    public static async Task<RolePolicyResource> ReadAsync(
        IPimUnitOfWork work,
        Viewer viewer,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        if (!IsPossible(viewer, access) || !viewer.Sees(access))
        {
            throw new ApiProblemException(ApiProblem.NotFound);
        }

        var own = await work.Directory.FindPolicyAsync(access, cancellation);
        return Of(viewer, own ?? await work.Directory.PolicyAsync(access, cancellation), isDefault: own is null);
    }

    private static bool IsPossible(Viewer viewer, RoleScope access) =>
        viewer.Role(access.Role) is { } role
        && viewer.Scope(access.Scope) is { } scope
        && Scope.Fits(role.Kind, scope.Kind);

    private static RolePolicyResource Of(Viewer viewer, RolePolicy policy, bool isDefault)
    {
        var type = TypeOf(viewer.Role(policy.Access.Role)!, viewer.Scope(policy.Access.Scope)!);
        var shown = new RolePolicyResource
        {
            Id = $"{type}_{policy.Access.Role}_{policy.Access.Scope}",
            DisplayName = type,
            Description = type,
            IsDefault = isDefault,
            ScopeId = policy.Access.Scope.Value,
            ScopeType = type,
            RoleDefinitionId = policy.Access.Role.Value,
            Version = policy.Version,
            Rules = PolicyRules.Of(policy),
        };
        return shown with { ETag = EntityTag.Of(shown) };
    }

    // Graph's words for directory roles and groups, Azure's for the others.
    private static string TypeOf(Role role, Scope scope) =>
        (role.Kind, scope.Kind) switch
        {
            (RoleKind.DirectoryRole, _) => "DirectoryRole",
            (RoleKind.GroupMember or RoleKind.GroupOwner, _) => "Group",
            _ => Names.Of(scope.Kind),
        };
}
