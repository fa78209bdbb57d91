namespace PimBot.Channel.Connector;

/// <summary>
/// When sends to one place happened or are booked to happen, and when the next one may. All times are one monotonic
/// clock's. Holds no more times than the widest limit allows.
/// </summary>
internal sealed class SendHistory(IReadOnlyList<RateLimit> limits)
{
    private readonly TimeSpan longest = limits.Max(limit => limit.Within);
    private readonly List<TimeSpan> times = [];
    private TimeSpan heldUntil = TimeSpan.MinValue;

    /// <summary>The earliest time, from <paramref name="now"/> on, at which one more send exceeds no limit.</summary>
    public TimeSpan NextAt(TimeSpan now)
    {
        Forget(now);
        var next = heldUntil > now ? heldUntil : now;
        foreach (var limit in limits.Where(limit => times.Count >= limit.Sends))
        {
            var free = times[^limit.Sends] + limit.Within;
            next = free > next ? free : next;
        }

        return next;
    }

    public void Book(TimeSpan at)
    {
        var place = times.BinarySearch(at);
        times.Insert(place < 0 ? ~place : place, at);
    }

    /// <summary>
    /// A send that was booked for one time has ended at another. The channel saw it at some time between, so counting
    /// its end keeps the limits whatever the network does.
    /// </summary>
    public void End(TimeSpan booked, TimeSpan ended)
    {
        var place = times.BinarySearch(booked);
        if (place >= 0 && ended > booked)
        {
            times.RemoveAt(place);
            Book(ended);
        }
    }

    /// <summary>Nothing may be sent before this time.</summary>
    public void Hold(TimeSpan until) => heldUntil = until > heldUntil ? until : heldUntil;

    public bool IsHeldAt(TimeSpan now) => now < heldUntil;

    /// <summary>Whether nothing in here matters any more.</summary>
    public bool IsOver(TimeSpan now)
    {
        Forget(now);
        return times.Count == 0 && now >= heldUntil;
    }

    private void Forget(TimeSpan now)
    {
        var old = times.FindIndex(time => time + longest > now);
        times.RemoveRange(0, old < 0 ? times.Count : old);
    }
}
