namespace PimBot.Storage;

/// <summary>What the host does with the database before it serves, and asks it while it serves.</summary>
public interface IStorageSetup
{
    /// <summary>
    /// Creates the database where there is none and brings its schema to this program's. Safe to call from several
    /// processes at once.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database can't be used; the message says why in one sentence.</exception>
    Task MigrateAsync(CancellationToken cancellation);

    /// <summary>For readiness: null when the database answers and has this program's schema, otherwise the reason in one sentence.</summary>
    Task<string?> CheckAsync(CancellationToken cancellation);

    /// <summary>Whether there is no database yet, or one that never had a schema. Creates nothing.</summary>
    /// <exception cref="StorageUnavailableException">The database can't be used; the message says why in one sentence.</exception>
    Task<bool> IsNewAsync(CancellationToken cancellation);
}
