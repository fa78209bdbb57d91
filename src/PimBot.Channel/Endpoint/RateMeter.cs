namespace PimBot.Channel.Endpoint;

/// <summary>
/// The generic cell rate algorithm: a key may do so much a minute, all of it at once if it was quiet for a minute, and
/// after that at the even pace of the limit. It keeps one time for each key that has not come to rest; those that have
/// are swept out, and there are never more than <see cref="MostKeys"/>.
/// </summary>
/// <param name="perMinute">At least 1.</param>
/// <param name="time">Its timestamps count, so a clock that is set does not.</param>
internal sealed class RateMeter(int perMinute, TimeProvider time)
{
    /// <summary>Beyond these, the half that owes least is forgotten: an error in favour of those who ask little.</summary>
    public const int MostKeys = 100_000;

    private static readonly long Sweep = TimeSpan.FromMinutes(1).Ticks;

    private readonly long interval = TimeSpan.FromMinutes(1).Ticks / perMinute;
    private readonly long origin = time.GetTimestamp();
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> restAt = new(StringComparer.OrdinalIgnoreCase);
    private long nextSweep = Sweep;

    public int Keys
    {
        get
        {
            lock (gate)
            {
                return restAt.Count;
            }
        }
    }

    /// <summary>Null: counted, go on. Otherwise nothing was counted, and this is how long to wait.</summary>
    public TimeSpan? WaitFor(string key)
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(origin).Ticks;
            SweepAt(now);
            var rest = Math.Max(restAt.GetValueOrDefault(key), now);
            var tooFarAhead = rest - now - (interval * (perMinute - 1));
            if (tooFarAhead > 0)
            {
                return TimeSpan.FromTicks(tooFarAhead);
            }

            restAt[key] = rest + interval;
            return null;
        }
    }

    private void SweepAt(long now)
    {
        if (now < nextSweep && restAt.Count < MostKeys)
        {
            return;
        }

        nextSweep = now + Sweep;
        Forget(now);
        if (restAt.Count >= MostKeys)
        {
            Forget(restAt.Values.Order().ElementAt(restAt.Count / 2));
        }
    }

    private void Forget(long until)
    {
        foreach (var (key, rest) in restAt)
        {
            if (rest <= until)
            {
                restAt.Remove(key);
            }
        }
    }
}
