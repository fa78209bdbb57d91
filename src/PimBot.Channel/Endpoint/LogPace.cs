namespace PimBot.Channel.Endpoint;

/// <summary>Lets one line of a kind through in a while and counts the others, so that a flood does not become a flood of lines.</summary>
internal sealed class LogPace(TimeSpan between, TimeProvider time)
{
    private readonly long origin = time.GetTimestamp();
    private long nextAt = long.MinValue;
    private long leftOut;

    /// <param name="before">How many lines were left out since the last one; meaningful when this one is not.</param>
    public bool LetsThrough(out long before)
    {
        var now = time.GetElapsedTime(origin).Ticks;
        var due = Interlocked.Read(ref nextAt);
        if (now < due || Interlocked.CompareExchange(ref nextAt, now + between.Ticks, due) != due)
        {
            Interlocked.Increment(ref leftOut);
            before = 0;
            return false;
        }

        before = Interlocked.Exchange(ref leftOut, 0);
        return true;
    }
}
