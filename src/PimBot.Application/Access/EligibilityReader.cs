using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads the ground on which a person may activate a role at a scope, and the settings that govern it.</summary>
internal static class EligibilityReader
{
    /// <summary>The person's eligible assignments of the role at the scope or above, over or not, nearest scope first.</summary>
    public static async Task<IReadOnlyList<Assignment>> ForAsync(
        IPimUnitOfWork work,
        PersonId person,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var path = await PathAsync(work, access.Scope, cancellation);
        return
        [
            .. (await AssignmentReader.OfAsync(work, person, cancellation))
                .Where(a => a.Type is AssignmentType.Eligible && a.Access.Role == access.Role)
                .Where(a => path.ContainsKey(a.Access.Scope))
                .OrderBy(a => path[a.Access.Scope]),
        ];
    }

    /// <summary>
    /// The settings for an activation at this scope. Settings are not inherited (PIM's rule); below the scope of the
    /// eligibility hold those of the eligibility's scope, made stricter by those that were set at the narrower scope
    /// itself, so that narrowing never avoids a rule (ours).
    /// </summary>
    public static async Task<RolePolicy> PolicyAsync(
        IPimUnitOfWork work,
        RoleScope access,
        IReadOnlyList<Assignment> eligibilities,
        CancellationToken cancellation
    )
    {
        var nearest = Nearest(work, eligibilities);
        if (nearest is null || nearest.Access == access)
        {
            return await work.Directory.PolicyAsync(access, cancellation);
        }

        var granted = await work.Directory.PolicyAsync(nearest.Access, cancellation) with { Access = access };
        return await work.Directory.FindPolicyAsync(access, cancellation) is { } own
            ? granted.TightenedBy(own)
            : granted;
    }

    /// <summary>Of the eligibilities, nearest scope first, the one whose scope's settings govern.</summary>
    public static Assignment? Nearest(IPimUnitOfWork work, IReadOnlyList<Assignment> eligibilities) =>
        eligibilities.FirstOrDefault(e => e.HoldsAt(work.Now)) ?? eligibilities.FirstOrDefault();

    private static async Task<IReadOnlyDictionary<ScopeId, int>> PathAsync(
        IPimUnitOfWork work,
        ScopeId scope,
        CancellationToken cancellation
    ) =>
        (await work.Directory.ScopePathAsync(scope, cancellation))
            .Select((found, distance) => (found.Id, distance))
            .ToDictionary(pair => pair.Id, pair => pair.distance);
}
