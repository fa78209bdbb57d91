using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>Alerts with what was decided about them, and their incidents, for as long as they are so.</summary>
public interface IAlerts
{
    /// <summary>The alert as it is stored; a new one where nothing was ever decided about it.</summary>
    Task<Alert> FindAsync(AlertKey key, CancellationToken cancellation);

    /// <summary>Every alert about which something was decided.</summary>
    Task<IReadOnlyList<Alert>> AllAsync(CancellationToken cancellation);

    /// <summary>Saves the next version if the version is still the one that was loaded; otherwise the unit of work is run again.</summary>
    void Save(Alert before, Alert after);

    /// <summary>How many incidents each alert has; those without any are left out. Counted by the database.</summary>
    Task<IReadOnlyDictionary<AlertKey, int>> CountAsync(CancellationToken cancellation);

    /// <summary>How many incidents this alert has.</summary>
    Task<int> CountAsync(AlertKey key, CancellationToken cancellation);

    /// <summary>A part of an alert's incidents, those that were found last first.</summary>
    Task<IReadOnlyList<AlertIncident>> IncidentsAsync(AlertKey key, int skip, int most, CancellationToken cancellation);

    /// <summary>Those of the ids that exist, in no particular order.</summary>
    Task<IReadOnlyList<AlertIncident>> IncidentsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>All incidents of all alerts of a kind; for a scan.</summary>
    Task<IReadOnlyList<AlertIncident>> IncidentsAsync(AlertKind kind, CancellationToken cancellation);

    /// <summary>Incidents of these kinds of which nobody was told yet, oldest first.</summary>
    Task<IReadOnlyList<AlertIncident>> UntoldAsync(
        IReadOnlyCollection<AlertKind> kinds,
        int most,
        CancellationToken cancellation
    );

    /// <summary>Adds an incident. When another unit added it meanwhile, this one is run again.</summary>
    void Open(AlertIncident incident);

    /// <summary>Replaces what is stored of an incident that exists.</summary>
    void Update(AlertIncident incident);

    /// <summary>Removes incidents; those that are gone are passed over.</summary>
    Task CloseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    Task<AlertScan> ScanAsync(CancellationToken cancellation);

    /// <summary>Somebody asks for a scan.</summary>
    Task RequestScanAsync(CancellationToken cancellation);

    /// <summary>Takes the scan for <paramref name="lease"/>; null: somebody else has it.</summary>
    Task<AlertScan?> ClaimScanAsync(TimeSpan lease, CancellationToken cancellation);

    /// <summary>Keeps the scan for <paramref name="lease"/> more. False: it was lost, and nothing may be saved any more.</summary>
    Task<bool> RenewScanAsync(AlertScan claimed, TimeSpan lease, CancellationToken cancellation);

    /// <summary>The scan came to its end. False: it was lost.</summary>
    /// <param name="claimed">As it was claimed.</param>
    /// <param name="began">When it began.</param>
    /// <param name="auditSequence">The last audit entry that it saw.</param>
    /// <param name="cancellation">Stops the write.</param>
    Task<bool> CompleteScanAsync(
        AlertScan claimed,
        DateTimeOffset began,
        long auditSequence,
        CancellationToken cancellation
    );
}
