namespace PimBot.Application.Work;

/// <summary>
/// One kind of background work, done in passes: each pass takes what is due now and leaves the rest. A pass may be
/// stopped at any point and run again, on this process or another.
/// </summary>
public interface IBackgroundPass
{
    /// <summary>For operators: logs and health.</summary>
    string Name { get; }

    /// <summary>Does one pass and returns how many items it handled; 0 when nothing was due.</summary>
    Task<int> RunOnceAsync(CancellationToken cancellation);
}
