using System.Globalization;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// Good clicks at 50 a second, without and with 5,000 requests a second beside them whose tokens are bad. The flood is
/// made on the same two cores; what it costs the machine alone is shown by the bare endpoint under the same flood.
/// </summary>
internal static class FloodMeasure
{
    private const int People = 200;
    private const int GoodPerSecond = 50;
    private const int BadPerSecond = 5000;
    private const int Rounds = 3;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(People, roles: 1);
        await using var pimbot = await bed.StartPacedPimBot().ListeningAsync();
        await using var bare = await Bed.StartBare().ListeningAsync();
        var flood = new BadTokens(bed.Channel);
        var (calm, flooded) = await MeasureAsync(bed, pimbot, flood, "PimBot");
        var (bareCalm, bareFlooded) = await MeasureAsync(bed, bare, flood, "bare");
        table.Add("good clicks, p99, calm", "ms", calm, bareCalm);
        table.Add("good clicks, p99, 5,000 bad tokens/s beside", "ms", flooded, bareFlooded);
        table.Add("good clicks, p99: flooded to calm", "times", flooded / calm, bareFlooded / bareCalm);
    }

    private static async Task<(double Calm, double Flooded)> MeasureAsync(
        Bed bed,
        ServerProcess server,
        BadTokens flood,
        string name
    )
    {
        var people = bed.Connect(server);
        Task Click(int number) => people[number % People].ClickAsync(LoadPerson.ShowMissing);
        await OpenLoad.RunAsync(GoodPerSecond, Round, Click);
        var (calm, flooded) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            calm.Add((await OpenLoad.RunAsync(GoodPerSecond, Round, Click)).Times.P99);
            using var stop = new CancellationTokenSource();
            var bad = flood.PourAsync(server.Address, BadPerSecond, stop.Token);
            flooded.Add((await OpenLoad.RunAsync(GoodPerSecond, Round, Click)).Times.P99);
            await stop.CancelAsync();
            var rate = await bad / Round.TotalSeconds;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: p99 {calm[^1]:0.0} ms calm, {flooded[^1]:0.0} ms with {rate:0} bad/s"
                )
            );
        }

        return (Distribution.Median(calm), Distribution.Median(flooded));
    }
}
