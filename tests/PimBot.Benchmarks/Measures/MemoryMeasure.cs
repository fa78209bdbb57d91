using System.Globalization;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>Memory after the first turn and after 10,000 turns, beside the bare endpoint's.</summary>
internal static class MemoryMeasure
{
    private const int Turns = 10_000;
    private const double Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(people: 32, roles: 8);
        await using var pimbot = await bed.StartProbed().ListeningAsync();
        await using var bare = await Bed.StartBare().ListeningAsync();
        var (bots, bares) = (bed.Connect(pimbot), bed.Connect(bare));
        await bots[0].SayAsync("help");
        await bares[0].SayAsync("help");
        await Task.Delay(Rest, TimeProvider.System);
        table.Add("working set at rest", "MiB", pimbot.WorkingSet / Mebibyte, bare.WorkingSet / Mebibyte, 0);
        var rest = await Bed.ProbeAsync(pimbot);
        await Crowd.TalkAsync(bots, Turns);
        await Crowd.TalkAsync(bares, Turns);
        await Task.Delay(Rest, TimeProvider.System);
        table.Add("working set after 10,000 turns", "MiB", pimbot.WorkingSet / Mebibyte, bare.WorkingSet / Mebibyte, 0);
        var (after, live) = (await Bed.ProbeAsync(pimbot), await Bed.ProbeAsync(pimbot, ProbedHost.CollectLine));
        table.Add(
            "managed heap at rest / after 10,000 turns / of that alive",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rest.Heap / Mebibyte:0} / {after.Heap / Mebibyte:0} / {live.Heap / Mebibyte:0} MiB"
            )
        );
        table.Add(
            "allocated a turn",
            string.Create(CultureInfo.InvariantCulture, $"{(after.Allocated - rest.Allocated) / 1024.0 / Turns:0} KiB")
        );
    }
}
