using PimBot.Playground;

namespace PimBot.Composition;

/// <summary>The playground's clock: real time, moved forward on demand so that an expiry can be seen without waiting.</summary>
internal sealed class DemoClock : TimeProvider, IPlaygroundClock
{
    private long aheadTicks;

    public DateTimeOffset Now => GetUtcNow();

    /// <summary>How far it was moved forward.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    /// <summary>Timers keep their real pace; what is due by the new time is found at the next look, within a second.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref aheadTicks, by.Ticks);
    }
}
