using System.Collections.Concurrent;

namespace PimBot.Testing;

/// <summary>
/// Teams' published limits for one bot in one conversation, as the channel counts: by what arrives, updates and deletions
/// too.
/// </summary>
internal sealed class ChannelPace(TimeProvider clock)
{
    private static readonly (int Most, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private readonly ConcurrentDictionary<string, List<long>> arrivals = new(StringComparer.Ordinal);

    /// <summary>Counts one more; says which limit it exceeds, or null.</summary>
    public string? Count(string conversation)
    {
        var times = arrivals.GetOrAdd(conversation, _ => []);
        lock (times)
        {
            var now = clock.GetTimestamp();
            times.Add(now);
            foreach (var (most, within) in Limits)
            {
                var recent = times.Count(time => clock.GetElapsedTime(time, now) < within);
                if (recent > most)
                {
                    return $"{recent} within {within.TotalSeconds:0} s to one conversation; {most} are allowed";
                }
            }

            return null;
        }
    }
}
