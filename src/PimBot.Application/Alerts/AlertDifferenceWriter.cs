using PimBot.Application.Work;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;

namespace PimBot.Application.Alerts;

/// <summary>Saves what a scan found, with what that makes of the alerts. Somebody may have fixed something meanwhile: what is stored is looked at again.</summary>
internal static class AlertDifferenceWriter
{
    public static async Task SaveAsync(IPimUnitOfWork work, AlertDifference difference, CancellationToken cancellation)
    {
        var all = difference.Opened.Concat(difference.Changed).Concat(difference.Closed).ToList();
        var stored = (await work.Alerts.IncidentsAsync([.. all.Select(i => i.Id)], cancellation)).ToDictionary(i =>
            i.Id
        );
        var opened = difference.Opened.Where(i => !stored.ContainsKey(i.Id)).ToList();
        foreach (var incident in opened)
        {
            work.Alerts.Open(incident with { FoundAt = work.Now });
            work.Audit.Append(AlertEvents.Of(AuditAction.AlertIncidentOpened, incident));
        }

        foreach (var incident in difference.Changed.Where(i => stored.ContainsKey(i.Id)))
        {
            work.Alerts.Update(stored[incident.Id] with { Since = incident.Since, Count = incident.Count });
        }

        var closed = difference.Closed.Where(i => stored.ContainsKey(i.Id)).ToList();
        await CloseAsync(work, closed, cancellation);
        foreach (var key in opened.Concat(closed).Select(i => i.Alert).Distinct())
        {
            await ReviseAsync(work, key, opened.Count(i => i.Alert == key), cancellation);
        }
    }

    /// <summary>Removes incidents that are over, and makes of their alert what follows.</summary>
    public static async Task EndAsync(
        IPimUnitOfWork work,
        AlertIncident incident,
        AuditEvent happened,
        CancellationToken cancellation
    )
    {
        await work.Alerts.CloseAsync([incident.Id], cancellation);
        work.Audit.Append(happened);
        await ReviseAsync(work, incident.Alert, 0, cancellation);
    }

    private static async Task CloseAsync(
        IPimUnitOfWork work,
        IReadOnlyList<AlertIncident> closed,
        CancellationToken cancellation
    )
    {
        await work.Alerts.CloseAsync([.. closed.Select(i => i.Id)], cancellation);
        foreach (var incident in closed)
        {
            work.Audit.Append(AlertEvents.Of(AuditAction.AlertIncidentClosed, incident));
        }
    }

    private static async Task ReviseAsync(IPimUnitOfWork work, AlertKey key, int opened, CancellationToken cancellation)
    {
        var before = await work.Alerts.FindAsync(key, cancellation);
        if (!before.IsDismissed)
        {
            return;
        }

        var left = await work.Alerts.CountAsync(key, cancellation);
        var after = AlertLife.AfterScan(before, opened, left, work.Now);
        if (after == before)
        {
            return;
        }

        work.Alerts.Save(before, after);
        if (left > 0)
        {
            work.Audit.Append(AlertEvents.Of(AuditAction.AlertReactivated, key, detail: $"opened={opened}"));
        }
    }
}
