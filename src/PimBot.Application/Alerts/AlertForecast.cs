using PimBot.Application.Work;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>What a change of an alert's numbers makes of what it found, before the next scan says so.</summary>
public static class AlertForecast
{
    /// <summary>Incidents that are looked at; where there are more, only the scan tells.</summary>
    private const int Most = FixAlert.Most;

    /// <summary>How many of the incidents the alert's numbers no longer cover; null where only a scan can tell.</summary>
    public static async Task<int?> OverAsync(IPimUnitOfWork work, AlertKey key, CancellationToken cancellation)
    {
        if (key.Kind is not (AlertKind.StaleSignIn or AlertKind.RedundantAssignment))
        {
            return null;
        }

        var incidents = await work.Alerts.IncidentsAsync(key, 0, Most + 1, cancellation);
        return incidents.Count > Most ? null : (await AlertRecheck.OverAsync(work, key, incidents, cancellation)).Count;
    }
}
