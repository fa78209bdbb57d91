using PimBot.Storage.Conversions;

namespace PimBot.Storage.Work;

/// <summary>Gives units of work their time: to the microsecond, and never earlier than it gave before, even if the clock is set back.</summary>
internal sealed class UnitClock(TimeProvider time)
{
    private long lastTicks;

    public DateTimeOffset Next()
    {
        var now = Instant.Truncate(time.GetUtcNow()).Ticks;
        long last;
        do
        {
            last = Volatile.Read(ref lastTicks);
        } while (now > last && Interlocked.CompareExchange(ref lastTicks, now, last) != last);

        return new DateTimeOffset(Math.Max(now, last), TimeSpan.Zero);
    }
}
