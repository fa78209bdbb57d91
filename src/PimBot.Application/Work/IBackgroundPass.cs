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

    /// <summary>How long to wait for the next look when nothing was due.</summary>
    TimeSpan Interval => TimeSpan.FromMilliseconds(500);

    /// <summary>Whether a commit of this process is likely to have made work for it.</summary>
    bool WakesOnCommit => false;
}
