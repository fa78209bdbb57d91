using PimBot.Application.Work;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>Looks once more, before something is taken from somebody: they may have signed in, or activated the role, since the scan.</summary>
internal static class AlertRecheck
{
    /// <summary>The ids of those incidents that are over.</summary>
    public static async Task<IReadOnlySet<Guid>> OverAsync(
        IPimUnitOfWork work,
        AlertKey key,
        IReadOnlyList<AlertIncident> incidents,
        CancellationToken cancellation
    )
    {
        var days = (await work.Alerts.FindAsync(key, cancellation)).Thresholds;
        var roles = incidents.Select(i => i.Access.Role).ToHashSet();
        IEnumerable<AlertIncident> still;
        switch (key.Kind)
        {
            case AlertKind.StaleSignIn:
                var holders = await work.AlertFacts.NotSignedInAsync(
                    roles,
                    work.Now - TimeSpan.FromDays(days.Days!.Value),
                    cancellation
                );
                still = AlertDetector.Stale(holders, days, work.Now);
                break;
            case AlertKind.RedundantAssignment:
                var eligible = await work.AlertFacts.UnusedAsync(
                    roles,
                    work.Now - TimeSpan.FromDays(days.Days!.Value),
                    cancellation
                );
                var watched = (await work.Alerts.ScanAsync(cancellation)).WatchedSince ?? work.Now;
                still = AlertDetector.Unused(eligible, days, watched, work.Now);
                break;
            default:
                return new HashSet<Guid>();
        }

        return incidents.Select(i => i.Id).Except(still.Select(i => i.Id)).ToHashSet();
    }
}
