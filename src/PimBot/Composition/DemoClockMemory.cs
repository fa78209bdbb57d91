using System.Globalization;
using PimBot.Application.Work;

namespace PimBot.Composition;

/// <summary>Keeps how far the playground's clock was moved, so that after a restart nothing that was played lies in the future.</summary>
internal sealed class DemoClockMemory(IPimStore store, DemoClock clock) : IBackgroundPass
{
    private const string Key = "playground/clock";
    private TimeSpan kept;

    public string Name => "the playground's clock";

    /// <summary>Sets the clock to where it was left. Once, before anything reads it.</summary>
    public static async Task RestoreAsync(IPimStore store, DemoClock clock, CancellationToken cancellation)
    {
        var text = await store.ReadAsync((work, stop) => work.Bot.ReadAsync(Key, stop), cancellation);
        if (text is not null)
        {
            clock.Advance(TimeSpan.Parse(text.Trim('"'), CultureInfo.InvariantCulture));
        }
    }

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        var ahead = clock.Ahead;
        if (ahead != kept)
        {
            var json = $"\"{ahead.ToString("c", CultureInfo.InvariantCulture)}\"";
            await store.CommitAsync(
                async (work, stop) =>
                {
                    await work.Bot.WriteAsync(Key, json, stop);
                    return true;
                },
                cancellation
            );
            kept = ahead;
        }

        return 0;
    }
}
