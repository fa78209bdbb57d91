using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Alerts;

/// <summary>Finds incidents of directory roles and groups in facts. Pure: the database only leaves out what could be none.</summary>
public static class AlertDetector
{
    /// <summary>What was not activated for so many days, counted from its last activation or from when it could first be activated.</summary>
    /// <param name="facts">Eligible assignments of people.</param>
    /// <param name="thresholds">The alert's.</param>
    /// <param name="watchedSince">What was there before PimBot looked could not be activated by it before.</param>
    /// <param name="now">The present.</param>
    public static IEnumerable<AlertIncident> Unused(
        IEnumerable<UnusedEligibility> facts,
        AlertThresholds thresholds,
        DateTimeOffset watchedSince,
        DateTimeOffset now
    ) =>
        facts
            .Where(f =>
                !f.IsActive
                && f.Assignment is { Type: AssignmentType.Eligible, Person: not null } held
                && held.HoldsAt(now)
                && now - UsableSince(f, watchedSince) >= TimeSpan.FromDays(thresholds.Days!.Value)
            )
            .Select(f => OfAssignment(AlertKind.RedundantAssignment, f.Assignment, f.LastActivation, null));

    /// <summary>
    /// Accounts with a role that did not sign in for so many days. Emergency accounts are not meant to sign in, and of
    /// whom the directory knows no sign-in at all nothing can be said (ours).
    /// </summary>
    public static IEnumerable<AlertIncident> Stale(
        IEnumerable<SignedInHolder> facts,
        AlertThresholds thresholds,
        DateTimeOffset now
    ) =>
        facts
            .Where(f =>
                f.Kind is not PersonKind.Emergency
                && f.Assignment.HoldsAt(now)
                && now - f.LastSignIn >= TimeSpan.FromDays(thresholds.Days!.Value)
            )
            .Select(f => OfAssignment(AlertKind.StaleSignIn, f.Assignment, f.LastSignIn, null));

    /// <summary>Roles whose settings ask for no proof of identity on activation.</summary>
    public static IEnumerable<AlertIncident> WithoutMfa(IEnumerable<RolePolicy> policies) =>
        policies
            .Where(policy => !policy.Activation.RequiresVerification)
            .Select(policy =>
                Made(AlertKey.OfDirectory(AlertKind.NoMfaOnRoleActivation), policy.Access, $"{policy.Access}")
            );

    /// <summary>
    /// More global administrators than the number, and a larger share of all assignments of directory roles than the
    /// percentage. Emergency accounts count, but it is not they who are too many.
    /// </summary>
    /// <param name="holders">Assignments of the role that hold now, with what sort of account has them; null for a group.</param>
    /// <param name="allAssignments">How many assignments of directory roles hold now.</param>
    /// <param name="thresholds">The alert's.</param>
    public static IEnumerable<AlertIncident> TooManyGlobalAdministrators(
        IReadOnlyList<(Assignment Assignment, PersonKind? Kind)> holders,
        int allAssignments,
        AlertThresholds thresholds
    )
    {
        var many = holders.Select(h => h.Assignment.Principal).Distinct().Count();
        return many > thresholds.Count && many * 100L > (long)thresholds.Percentage!.Value * allAssignments
            ? holders
                .Where(h => h.Kind is not PersonKind.Emergency)
                .Select(h => OfAssignment(AlertKind.TooManyGlobalAdminsAssignedToTenant, h.Assignment, null, many))
            : [];
    }

    /// <summary>The same person and role so often, or more often, within the time.</summary>
    public static IEnumerable<AlertIncident> TooFrequent(
        IEnumerable<RepeatedActivation> facts,
        AlertThresholds thresholds
    ) =>
        facts
            .Where(f => f.Times >= thresholds.Count)
            .Select(f =>
                Made(
                    AlertKey.OfDirectory(AlertKind.SequentialActivationRenewals),
                    f.Access,
                    $"{f.Person} {f.Access}"
                ) with
                {
                    Person = f.Person,
                    Since = f.Newest,
                    Count = f.Times,
                }
            );

    /// <summary>What the target holds and PimBot did not give.</summary>
    /// <param name="facts">What the target says.</param>
    /// <param name="kindOf">What sort of role it is; null where PimBot knows no such role.</param>
    public static IEnumerable<AlertIncident> Outside(
        IEnumerable<OutsideAccess> facts,
        Func<RoleId, RoleKind?> kindOf
    ) =>
        from fact in facts
        let kind = kindOf(fact.Access.Role)
        where kind is not null
        let key = kind is RoleKind.AzureRole
            ? new AlertKey(AlertKind.AzureRolesAssignedOutsidePrivilegedIdentityManagement, fact.Access.Scope)
            : AlertKey.OfDirectory(AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement)
        select Made(key, fact.Access, fact.Id) with
        {
            Person = fact.Person,
            Group = fact.Group,
            Outside = fact.Id,
            Since = fact.Since,
        };

    internal static AlertIncident OfAssignment(
        AlertKind kind,
        Assignment assignment,
        DateTimeOffset? since,
        int? count,
        ScopeId? scope = null
    ) =>
        Made(new AlertKey(kind, scope ?? ScopeId.Directory), assignment.Access, $"{assignment.Id:N}") with
        {
            Person = assignment.Person,
            Group = assignment.Group,
            Assignment = assignment.Id,
            Since = since,
            Count = count,
        };

    private static AlertIncident Made(AlertKey key, RoleScope access, string subject) =>
        new()
        {
            Id = AlertIncident.IdOf(key, subject),
            Alert = key,
            Access = access,
        };

    private static DateTimeOffset UsableSince(UnusedEligibility fact, DateTimeOffset watchedSince) =>
        new[] { fact.LastActivation, fact.Assignment.Start, fact.Assignment.CreatedAt ?? watchedSince }.Max()!.Value;
}
