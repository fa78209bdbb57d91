using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>Finds incidents of Azure roles in facts. Pure.</summary>
public static class AzureAlertDetector
{
    /// <summary>More owners at one scope than the number, eligible or active.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="owners">Assignments of Owner at this very scope that hold now.</param>
    /// <param name="thresholds">The alert's there.</param>
    public static IEnumerable<AlertIncident> TooManyOwners(
        ScopeId scope,
        IReadOnlyList<Assignment> owners,
        AlertThresholds thresholds
    ) => TooMany(AlertKind.TooManyOwnersAssignedToResource, scope, owners, thresholds);

    /// <summary>More active owners without an end at one scope than the number.</summary>
    /// <inheritdoc cref="TooManyOwners"/>
    public static IEnumerable<AlertIncident> TooManyPermanentOwners(
        ScopeId scope,
        IReadOnlyList<Assignment> owners,
        AlertThresholds thresholds
    ) =>
        TooMany(
            AlertKind.TooManyPermanentOwnersAssignedToResource,
            scope,
            [.. owners.Where(o => o is { Type: AssignmentType.Active, IsPermanent: true })],
            thresholds
        );

    /// <summary>Who is eligible for a role at a scope that lies below another where they are eligible for it: the narrower one adds nothing.</summary>
    /// <param name="repeated">Eligible assignments of principals who have the same role more than once.</param>
    /// <param name="above">The scope directly above; null at the top.</param>
    /// <param name="now">The present.</param>
    public static IEnumerable<AlertIncident> Duplicates(
        IEnumerable<Assignment> repeated,
        Func<ScopeId, ScopeId?> above,
        DateTimeOffset now
    ) =>
        repeated
            .Where(a => a.Type is AssignmentType.Eligible && a.HoldsAt(now))
            .GroupBy(a => (a.Principal, a.Access.Role))
            .SelectMany(same =>
            {
                var scopes = same.Select(a => a.Access.Scope).ToHashSet();
                return same.Where(a => Above(a.Access.Scope, above).Any(scopes.Contains));
            })
            .Select(a => AlertDetector.OfAssignment(AlertKind.DuplicateRoleCreated, a, null, null, a.Access.Scope));

    private static IEnumerable<AlertIncident> TooMany(
        AlertKind kind,
        ScopeId scope,
        IReadOnlyList<Assignment> owners,
        AlertThresholds thresholds
    )
    {
        var many = owners.Select(o => o.Principal).Distinct().Count();
        return many > thresholds.Count
            ? owners.Select(o => AlertDetector.OfAssignment(kind, o, null, many, scope))
            : [];
    }

    // Ends even if a loop was ever stored.
    private static IEnumerable<ScopeId> Above(ScopeId scope, Func<ScopeId, ScopeId?> above)
    {
        var seen = new HashSet<ScopeId> { scope };
        for (var next = above(scope); next is { } found && seen.Add(found); next = above(found))
        {
            yield return found;
        }
    }
}
