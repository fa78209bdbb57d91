using System.Globalization;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// 300 clicks a second for two minutes, by 600 people, while messages go out at the pace that the channel allows: nine
/// of ten clicks are answered with a card, every tenth also brings a message. Beside it: the bare endpoint, same pace.
/// </summary>
internal static class InvokesMeasure
{
    private const int People = 600;
    private const int PerSecond = 300;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(People, roles: 1);
        await using var pimbot = await bed.StartPacedPimBot().ListeningAsync();
        await using var bare = await Bed.StartBare().ListeningAsync();
        var ours = await MeasureAsync(bed, pimbot, "PimBot");
        var messages = bed.Channel.Arrived;
        var theirs = await MeasureAsync(bed, bare, "bare");
        table.Add("clicks answered at 300/s: p50", "ms", ours.Times.P50, theirs.Times.P50);
        table.Add("clicks answered at 300/s: p99", "ms", ours.Times.P99, theirs.Times.P99);
        table.Add("clicks answered at 300/s: largest", "ms", ours.Times.Largest, theirs.Times.Largest);
        table.Add("messages that went out meanwhile", messages.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<CrowdResult> MeasureAsync(Bed bed, ServerProcess server, string name)
    {
        var people = bed.Connect(server);
        Task Click(int number) =>
            people[number % People].ClickAsync(number % 10 == 0 ? LoadPerson.SayHelp : LoadPerson.ShowMissing);

        await OpenLoad.RunAsync(PerSecond / 3, WarmUp, Click);
        var result = await OpenLoad.RunAsync(PerSecond, Duration, Click);
        Console.WriteLine($"{name}: {result}");
        return result;
    }
}
