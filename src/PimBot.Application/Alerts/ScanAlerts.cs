using PimBot.Application.Work;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;

namespace PimBot.Application.Alerts;

/// <summary>
/// Looks for what alerts warn of: on a schedule, soon after changes, and when somebody asks. It reads beside everybody
/// else's work and saves what is new or gone in small units, so that nobody waits for a scan. One process scans at a time;
/// a scan that breaks off is begun anew by whoever comes next, and nothing is found or told twice.
/// </summary>
public sealed class ScanAlerts(IPimStore store, IOutsideAccessTarget target, AlertScanSettings settings)
    : IBackgroundPass
{
    /// <summary>Incidents that are saved at a time.</summary>
    internal const int UnitSize = 100;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly AlertKind[] InStore =
    [
        .. AlertDefinitions.All.Where(d => d.Fix is not AlertFix.RemoveOrAdopt).Select(d => d.Kind),
    ];

    private static readonly AlertKind[] AtTarget =
    [
        .. AlertDefinitions.All.Where(d => d.Fix is AlertFix.RemoveOrAdopt).Select(d => d.Kind),
    ];

    public string Name => "alerts";

    public TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <returns>1 when it scanned, 0 when it was not time or another process does.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        if (
            !await store.ReadAsync(IsDueAsync, cancellation)
            || await store.CommitAsync(ClaimAsync, cancellation) is not { } scan
        )
        {
            return 0;
        }

        var (began, sequence) = await store.ReadAsync(
            async (work, stop) => (work.Now, await work.AlertFacts.LastAuditSequenceAsync(stop)),
            cancellation
        );
        var isHeld = true;
        foreach (var kind in InStore)
        {
            isHeld = isHeld && await ScanAsync(scan, kind, cancellation);
        }

        isHeld = isHeld && await ScanTargetAsync(scan, cancellation);
        while (isHeld && await store.CommitAsync(AlertWord.TellAsync, cancellation)) { }

        if (isHeld)
        {
            await store.CommitAsync(
                (work, stop) => work.Alerts.CompleteScanAsync(scan, began, sequence, stop),
                cancellation
            );
        }

        return 1;
    }

    private async Task<bool> IsDueAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var scan = await work.Alerts.ScanAsync(cancellation);
        return scan.IsDue(settings.Interval, hasChanges: false, work.Now)
            || (
                scan.IsDue(settings.Interval, hasChanges: true, work.Now)
                && await work.AlertFacts.HasChangedSinceAsync(scan.AuditSequence, cancellation)
            );
    }

    private static Task<AlertScan?> ClaimAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        work.Alerts.ClaimScanAsync(Lease, cancellation);

    private async Task<bool> ScanAsync(AlertScan scan, AlertKind kind, CancellationToken cancellation)
    {
        var difference = await store.ReadAsync(
            async (work, stop) =>
            {
                var findings = new AlertFindings(work, await work.Alerts.AllAsync(stop), scan.WatchedSince ?? work.Now);
                var found = await findings.FindAsync(kind, stop);
                return AlertDifference.Between(await work.Alerts.IncidentsAsync(kind, stop), found);
            },
            cancellation
        );
        return await SaveAsync(scan, difference, cancellation);
    }

    // What can't be asked for stays as it was.
    private async Task<bool> ScanTargetAsync(AlertScan scan, CancellationToken cancellation)
    {
        if (await target.ListAsync(cancellation) is not { } held)
        {
            return true;
        }

        foreach (var kind in AtTarget)
        {
            var difference = await store.ReadAsync(
                async (work, stop) =>
                {
                    var findings = new AlertFindings(work, await work.Alerts.AllAsync(stop), work.Now);
                    var found = await findings.OutsideAsync(held, stop);
                    var known = await work.Alerts.IncidentsAsync(kind, stop);
                    return AlertDifference.Between(known, [.. found[kind]]);
                },
                cancellation
            );
            if (!await SaveAsync(scan, difference, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> SaveAsync(AlertScan scan, AlertDifference difference, CancellationToken cancellation)
    {
        foreach (var part in difference.Parts(UnitSize))
        {
            var isHeld = await store.CommitAsync((work, stop) => SaveAsync(work, scan, part, stop), cancellation);
            if (!isHeld)
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> SaveAsync(
        IPimUnitOfWork work,
        AlertScan scan,
        AlertDifference part,
        CancellationToken cancellation
    )
    {
        if (!await work.Alerts.RenewScanAsync(scan, Lease, cancellation))
        {
            return false;
        }

        await AlertDifferenceWriter.SaveAsync(work, part, cancellation);
        return true;
    }
}
