namespace PimBot.Application.Work;

/// <summary>One kind of background work, done in passes over the rows that are due. Idempotent; safe on many replicas.</summary>
public interface IBackgroundPass
{
    /// <summary>Stable name for logs, metrics and health.</summary>
    string Name { get; }

    /// <summary>Does what is due now and returns how many items it handled; 0 means that nothing is left to do now.</summary>
    Task<int> RunOnceAsync(CancellationToken cancellation);
}
