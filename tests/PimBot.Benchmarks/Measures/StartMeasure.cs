using System.Diagnostics;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>From starting the process to the arrival of the first answer, beside the bare endpoint's.</summary>
internal static class StartMeasure
{
    private const int Rounds = 5;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(people: 32, roles: 8);
        var (cold, warm, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bed.DeleteDatabase();
            bare.Add(await FirstAnswerAsync(bed, Bed.StartBare));
            cold.Add(await FirstAnswerAsync(bed, bed.StartPimBot));
            warm.Add(await FirstAnswerAsync(bed, bed.StartPimBot));
            Console.WriteLine($"bare {bare[^1]:0} ms, new database {cold[^1]:0} ms, known database {warm[^1]:0} ms");
        }

        var beside = Distribution.Median(bare);
        table.Add("start to first answer, new database", "ms", Distribution.Median(cold), beside, 0);
        table.Add("start to first answer, known database", "ms", Distribution.Median(warm), beside, 0);
    }

    private static async Task<double> FirstAnswerAsync(Bed bed, Func<ServerProcess> start)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var server = start();
        await bed.Connect(server)[0].FirstWordAsync("help");
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        // What is killed while a message is under way keeps it until its lease is over.
        await Task.Delay(Settling, TimeProvider.System);
        return took;
    }
}
