using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>
/// Looks for the incidents of one kind of alert, with a number of queries that does not depend on how many assignments
/// there are. Alerts that are switched off have none.
/// </summary>
internal sealed class AlertFindings(IPimUnitOfWork work, IReadOnlyList<Alert> stored, DateTimeOffset watchedSince)
{
    private const int MostOwners = 1000;

    public async Task<IReadOnlyList<AlertIncident>> FindAsync(AlertKind kind, CancellationToken cancellation) =>
        kind switch
        {
            _ when !AlertDefinitions.Of(kind).IsOfAzure && !Settings(AlertKey.OfDirectory(kind)).IsEnabled => [],
            AlertKind.RedundantAssignment => await UnusedAsync(cancellation),
            AlertKind.StaleSignIn => await StaleAsync(cancellation),
            AlertKind.NoMfaOnRoleActivation => await WithoutMfaAsync(cancellation),
            AlertKind.TooManyGlobalAdminsAssignedToTenant => await GlobalAdministratorsAsync(cancellation),
            AlertKind.SequentialActivationRenewals => await FrequentAsync(cancellation),
            AlertKind.TooManyOwnersAssignedToResource => await OwnersAsync(
                kind,
                AzureAlertDetector.TooManyOwners,
                cancellation
            ),
            AlertKind.TooManyPermanentOwnersAssignedToResource => await OwnersAsync(
                kind,
                AzureAlertDetector.TooManyPermanentOwners,
                cancellation
            ),
            AlertKind.DuplicateRoleCreated => await DuplicatesAsync(cancellation),
            _ => throw new InvalidOperationException($"{kind} is found at the target, not in the store."),
        };

    /// <summary>Of what the target holds, what PimBot did not give and knows the role of; by kind of alert.</summary>
    public async Task<ILookup<AlertKind, AlertIncident>> OutsideAsync(
        IReadOnlyList<OutsideAccess> held,
        CancellationToken cancellation
    )
    {
        var roles = (await work.Directory.RolesAsync(cancellation)).ToDictionary(r => r.Id, r => (RoleKind?)r.Kind);
        var scopes = (await work.Directory.ScopesAsync([.. held.Select(h => h.Access.Scope).Distinct()], cancellation))
            .Select(s => s.Id)
            .ToHashSet();
        return AlertDetector
            .Outside(held.Where(h => scopes.Contains(h.Access.Scope)), role => roles.GetValueOrDefault(role))
            .Where(incident => Settings(incident.Alert).IsEnabled)
            .DistinctBy(incident => incident.Id)
            .ToLookup(incident => incident.Alert.Kind);
    }

    private Alert Settings(AlertKey key) => stored.FirstOrDefault(a => a.Key == key) ?? Alert.New(key);

    private async Task<IReadOnlyList<AlertIncident>> UnusedAsync(CancellationToken cancellation)
    {
        var thresholds = Settings(AlertKey.OfDirectory(AlertKind.RedundantAssignment)).Thresholds;
        var facts = await work.AlertFacts.UnusedAsync(
            await RolesAsync(isOfAzure: false, cancellation),
            work.Now - TimeSpan.FromDays(thresholds.Days!.Value),
            cancellation
        );
        return [.. AlertDetector.Unused(facts, thresholds, watchedSince, work.Now)];
    }

    private async Task<IReadOnlyList<AlertIncident>> StaleAsync(CancellationToken cancellation)
    {
        var thresholds = Settings(AlertKey.OfDirectory(AlertKind.StaleSignIn)).Thresholds;
        var facts = await work.AlertFacts.NotSignedInAsync(
            await RolesAsync(isOfAzure: false, cancellation),
            work.Now - TimeSpan.FromDays(thresholds.Days!.Value),
            cancellation
        );
        return [.. AlertDetector.Stale(facts, thresholds, work.Now)];
    }

    private async Task<IReadOnlyList<AlertIncident>> WithoutMfaAsync(CancellationToken cancellation)
    {
        var roles = (await RolesAsync(isOfAzure: false, cancellation)).ToHashSet();
        var policies = await work.Directory.AllPoliciesAsync(cancellation);
        return [.. AlertDetector.WithoutMfa(policies.Where(p => roles.Contains(p.Access.Role)))];
    }

    private async Task<IReadOnlyList<AlertIncident>> GlobalAdministratorsAsync(CancellationToken cancellation)
    {
        var thresholds = Settings(AlertKey.OfDirectory(AlertKind.TooManyGlobalAdminsAssignedToTenant)).Thresholds;
        var holders = (await work.Assignments.ToAsync(WellKnownRoles.GlobalAdministrator, cancellation))
            .Where(a => a.HoldsAt(work.Now))
            .ToList();
        var directory = (await work.Directory.RolesAsync(cancellation))
            .Where(r => r.Kind is RoleKind.DirectoryRole)
            .Select(r => r.Id)
            .ToList();
        var all = await work.Assignments.CountAsync(directory, cancellation);
        var kinds = (
            await work.Directory.PeopleAsync([.. holders.Select(h => h.Person).OfType<PersonId>()], cancellation)
        ).ToDictionary(p => p.Id, p => p.Kind);
        return
        [
            .. AlertDetector.TooManyGlobalAdministrators(
                [
                    .. holders.Select(h =>
                        (h, h.Person is { } id && kinds.TryGetValue(id, out var kind) ? kind : (PersonKind?)null)
                    ),
                ],
                all.Sum(c => c.PermanentActive + c.TimeBoundActive + c.Eligible),
                thresholds
            ),
        ];
    }

    private async Task<IReadOnlyList<AlertIncident>> FrequentAsync(CancellationToken cancellation)
    {
        var thresholds = Settings(AlertKey.OfDirectory(AlertKind.SequentialActivationRenewals)).Thresholds;
        var facts = await work.AlertFacts.ActivatedAsync(
            await RolesAsync(isOfAzure: false, cancellation),
            work.Now - TimeSpan.FromHours(thresholds.Hours!.Value),
            thresholds.Count!.Value,
            cancellation
        );
        return [.. AlertDetector.TooFrequent(facts, thresholds)];
    }

    private async Task<IReadOnlyList<AlertIncident>> OwnersAsync(
        AlertKind kind,
        Func<ScopeId, IReadOnlyList<Assignment>, AlertThresholds, IEnumerable<AlertIncident>> detect,
        CancellationToken cancellation
    )
    {
        var found = new List<AlertIncident>();
        // The directory's own "/" is Azure's root scope too, but no resource.
        var counts = (await work.Assignments.CountAsync([WellKnownRoles.Owner], cancellation)).Where(c =>
            c.Access.Scope != ScopeId.Directory
        );
        foreach (var count in counts)
        {
            var settings = Settings(new AlertKey(kind, count.Access.Scope));
            var most = count.PermanentActive + count.TimeBoundActive + count.Eligible;
            if (settings.IsEnabled && most > settings.Thresholds.Count)
            {
                var filter = new AssignmentFilter { Role = count.Access.Role, Scope = count.Access.Scope };
                var owners = await work.Assignments.ListAsync(filter, MostOwners, cancellation);
                found.AddRange(
                    detect(count.Access.Scope, [.. owners.Where(o => o.HoldsAt(work.Now))], settings.Thresholds)
                );
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<AlertIncident>> DuplicatesAsync(CancellationToken cancellation)
    {
        var repeated = await work.AlertFacts.RepeatedAsync(
            await RolesAsync(isOfAzure: true, cancellation),
            cancellation
        );
        var above =
            repeated.Count == 0
                ? []
                : (await work.Directory.AllScopesAsync(cancellation)).ToDictionary(s => s.Id, s => s.Parent);
        return
        [
            .. AzureAlertDetector
                .Duplicates(repeated, scope => above.GetValueOrDefault(scope), work.Now)
                .Where(incident => Settings(incident.Alert).IsEnabled),
        ];
    }

    private async Task<IReadOnlyCollection<RoleId>> RolesAsync(bool isOfAzure, CancellationToken cancellation) =>
        [
            .. (await work.Directory.RolesAsync(cancellation))
                .Where(r => r.Kind is RoleKind.AzureRole == isOfAzure)
                .Select(r => r.Id),
        ];
}
