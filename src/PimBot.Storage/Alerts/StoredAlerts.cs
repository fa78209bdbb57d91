using Microsoft.EntityFrameworkCore;
using PimBot.Application.Alerts;
using PimBot.Domain.Alerts;
using PimBot.Storage.Conversions;
using PimBot.Storage.Work;

namespace PimBot.Storage.Alerts;

internal sealed class StoredAlerts(Session session) : IAlerts
{
    public async Task<Alert> FindAsync(AlertKey key, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var row = await db.Alerts.FirstOrDefaultAsync(
            alert => alert.Kind == key.Kind && alert.Scope == key.Scope,
            cancellation
        );
        return row?.ToAlert() ?? Alert.New(key);
    }

    public async Task<IReadOnlyList<Alert>> AllAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.Alerts.ToListAsync(cancellation)).ConvertAll(row => row.ToAlert());
    }

    public void Save(Alert before, Alert after)
    {
        var db = session.Change();
        Session.Forget<AlertRow>(db, row => row.Kind == before.Key.Kind && row.Scope == before.Key.Scope);
        var next = AlertRow.Of(after with { Version = before.Version + 1 });
        if (before.Version == 0)
        {
            db.Add(next);
            return;
        }

        db.Attach(AlertRow.Of(before)).CurrentValues.SetValues(next);
    }

    public async Task<IReadOnlyDictionary<AlertKey, int>> CountAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        var counts = await db
            .AlertIncidents.GroupBy(incident => new { incident.Kind, incident.AlertScope })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellation);
        return counts.ToDictionary(c => new AlertKey(c.Key.Kind, c.Key.AlertScope), c => c.Count);
    }

    public async Task<int> CountAsync(AlertKey key, CancellationToken cancellation) =>
        await Of(await session.QueryAsync(cancellation), key).CountAsync(cancellation);

    public async Task<IReadOnlyList<AlertIncident>> IncidentsAsync(
        AlertKey key,
        int skip,
        int most,
        CancellationToken cancellation
    ) =>
        await ListAsync(
            Of(await session.QueryAsync(cancellation), key)
                .OrderByDescending(incident => incident.FoundAt)
                .ThenBy(incident => incident.Id)
                .Skip(skip)
                .Take(most),
            cancellation
        );

    public async Task<IReadOnlyList<AlertIncident>> IncidentsAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return ids.Count == 0
            ? []
            : await ListAsync(db.AlertIncidents.Where(incident => ids.Contains(incident.Id)), cancellation);
    }

    public async Task<IReadOnlyList<AlertIncident>> IncidentsAsync(AlertKind kind, CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(db.AlertIncidents.Where(incident => incident.Kind == kind), cancellation);
    }

    public async Task<IReadOnlyList<AlertIncident>> UntoldAsync(
        IReadOnlyCollection<AlertKind> kinds,
        int most,
        CancellationToken cancellation
    )
    {
        var db = await session.QueryAsync(cancellation);
        return await ListAsync(
            db.AlertIncidents.Where(incident => incident.ToldAt == null && kinds.Contains(incident.Kind))
                .OrderBy(incident => incident.FoundAt)
                .ThenBy(incident => incident.Id)
                .Take(most),
            cancellation
        );
    }

    public void Open(AlertIncident incident) => session.Change().Add(AlertIncidentRow.Of(incident));

    public void Update(AlertIncident incident)
    {
        var db = session.Change();
        Session.Forget<AlertIncidentRow>(db, row => row.Id == incident.Id);
        db.Update(AlertIncidentRow.Of(incident));
    }

    public async Task CloseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        if (ids.Count > 0)
        {
            Session.Forget<AlertIncidentRow>(db, row => ids.Contains(row.Id));
            await db.AlertIncidents.Where(incident => ids.Contains(incident.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    public async Task<AlertScan> ScanAsync(CancellationToken cancellation)
    {
        var db = await session.QueryAsync(cancellation);
        return (await db.AlertScans.SingleAsync(cancellation)).ToScan();
    }

    public async Task RequestScanAsync(CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        DateTimeOffset? now = session.Now;
        await db.AlertScans.ExecuteUpdateAsync(set => set.SetProperty(row => row.RequestedAt, now), cancellation);
    }

    public async Task<AlertScan?> ClaimScanAsync(TimeSpan lease, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        var now = session.Now;
        DateTimeOffset? until = now + lease;
        var claimed = await db
            .AlertScans.Where(row => row.LeasedUntil == null || row.LeasedUntil <= now)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.LeasedUntil, until)
                        .SetProperty(row => row.Fence, row => row.Fence + 1)
                        .SetProperty(row => row.WatchedSince, row => row.WatchedSince ?? now),
                cancellation
            );
        return claimed == 1 ? await ScanAsync(cancellation) : null;
    }

    public async Task<bool> RenewScanAsync(AlertScan claimed, TimeSpan lease, CancellationToken cancellation)
    {
        var db = await session.CommandAsync(cancellation);
        DateTimeOffset? until = session.Now + lease;
        return await Held(db, claimed)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until), cancellation) == 1;
    }

    public async Task<bool> CompleteScanAsync(
        AlertScan claimed,
        DateTimeOffset began,
        long auditSequence,
        CancellationToken cancellation
    )
    {
        var db = await session.CommandAsync(cancellation);
        DateTimeOffset? at = Instant.Truncate(began);
        var answered = claimed.RequestedAt;
        // Who asked meanwhile is answered by the next scan.
        await Held(db, claimed)
            .Where(row => row.RequestedAt == answered)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RequestedAt, (DateTimeOffset?)null), cancellation);
        return await Held(db, claimed)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.ScannedAt, at)
                            .SetProperty(row => row.AuditSequence, auditSequence)
                            .SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
                    cancellation
                ) == 1;
    }

    private static IQueryable<AlertScanRow> Held(PimContext db, AlertScan claimed)
    {
        var fence = claimed.Fence;
        return db.AlertScans.Where(row => row.Fence == fence && row.LeasedUntil != null);
    }

    private static IQueryable<AlertIncidentRow> Of(PimContext db, AlertKey key) =>
        db.AlertIncidents.Where(incident => incident.Kind == key.Kind && incident.AlertScope == key.Scope);

    private static async Task<IReadOnlyList<AlertIncident>> ListAsync(
        IQueryable<AlertIncidentRow> query,
        CancellationToken cancellation
    ) => (await query.ToListAsync(cancellation)).ConvertAll(row => row.ToIncident());
}
