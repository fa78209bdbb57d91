namespace PimBot.Channel.Endpoint;

/// <summary>Remembers keys for one to two minutes, and no more than twice <see cref="MostOfGeneration"/> of them.</summary>
internal sealed class RecentKeys(TimeProvider time)
{
    public const int MostOfGeneration = 20_000;

    private static readonly TimeSpan Generation = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private HashSet<string> present = new(StringComparer.Ordinal);
    private HashSet<string> past = new(StringComparer.Ordinal);
    private long since = time.GetTimestamp();

    public bool Contains(string key)
    {
        lock (gate)
        {
            Turn();
            return present.Contains(key) || past.Contains(key);
        }
    }

    public void Add(string key)
    {
        lock (gate)
        {
            Turn();
            present.Add(key);
        }
    }

    private void Turn()
    {
        var age = time.GetElapsedTime(since);
        if (age < Generation && present.Count < MostOfGeneration)
        {
            return;
        }

        past = age < Generation * 2 ? present : new(StringComparer.Ordinal);
        present = new(StringComparer.Ordinal);
        since = time.GetTimestamp();
    }
}
