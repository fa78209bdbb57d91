using PimBot.Application.Work;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>
/// Word of alerts of high severity goes to those who may read them, at once. That it is owed is saved with the incident
/// in one commit, so that nobody is told twice of the same incident.
/// </summary>
internal static class AlertWord
{
    private const int Most = 100;

    private static readonly AlertKind[] ToldAtOnce =
    [
        .. AlertDefinitions.All.Where(d => d.Severity is AlertSeverity.High).Select(d => d.Kind),
    ];

    /// <returns>Whether there may be more to tell.</returns>
    public static async Task<bool> TellAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var untold = await work.Alerts.UntoldAsync(ToldAtOnce, Most, cancellation);
        foreach (var alert in untold.GroupBy(i => i.Alert))
        {
            var ids = alert.Select(i => i.Id).ToList();
            foreach (var reader in await AlertRights.ReadersAsync(work, alert.Key, cancellation))
            {
                work.Tell(new AlertNotice(alert.Key.Kind, alert.Key.Scope, reader.Id, ids));
            }

            foreach (var incident in alert)
            {
                work.Alerts.Update(incident with { ToldAt = work.Now });
            }
        }

        return untold.Count == Most;
    }
}
