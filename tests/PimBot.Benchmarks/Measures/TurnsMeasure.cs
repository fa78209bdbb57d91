using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// Turns per second over HTTP: token checked, turn recorded on SQLite with synchronous=FULL, answer at the connector;
/// beside a bare endpoint that posts one reply. The load and the channel run on the same machine.
/// </summary>
internal static class TurnsMeasure
{
    private const int InFlight = 32;
    private const int Rounds = 3;
    private const int Roles = 24;
    private const int WarmUpRoles = 6;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(InFlight, Roles);
        await using var pimbot = await bed.StartPimBot().ListeningAsync();
        await using var bare = await Bed.StartBare().ListeningAsync();
        var (bots, bares) = (bed.Connect(pimbot), bed.Connect(bare));
        await Crowd.TalkAsync(bots, WarmUp);
        await Crowd.TalkAsync(bares, WarmUp / 2);
        var (ours, theirs) = (new List<CrowdResult>(), new List<CrowdResult>());
        for (var round = 0; round < Rounds; round++)
        {
            theirs.Add(Show("bare", await TalkAsync(bare, bares)));
            ours.Add(Show("PimBot", await TalkAsync(pimbot, bots)));
        }

        Compare(table, "questions", ours, theirs);
        table.Add(
            "questions: processor time a turn",
            "ms",
            Middle(ours, r => r.Processor),
            Middle(theirs, r => r.Processor),
            3
        );
        await OneAtATimeAsync(table, bots, bares);
        await ActivationsAsync(table, bed, bots, theirs);
    }

    private static async Task<CrowdResult> TalkAsync(ServerProcess server, IReadOnlyList<LoadPerson> people)
    {
        var before = server.ProcessorTime;
        var result = await Crowd.TalkAsync(people, Round);
        return result with { Processor = (server.ProcessorTime - before).TotalMilliseconds / result.Times.Count };
    }

    private static async Task OneAtATimeAsync(
        SummaryTable table,
        IReadOnlyList<LoadPerson> bots,
        IReadOnlyList<LoadPerson> bares
    )
    {
        var theirs = Show("bare, one at a time", await Crowd.TalkAsync([bares[0]], Round));
        var ours = Show("PimBot, one at a time", await Crowd.TalkAsync([bots[0]], Round));
        table.Add("question alone, p50", "ms", ours.Times.P50, theirs.Times.P50);
        table.Add("question alone, p99", "ms", ours.Times.P99, theirs.Times.P99);
    }

    private static async Task ActivationsAsync(
        SummaryTable table,
        Bed bed,
        IReadOnlyList<LoadPerson> bots,
        IReadOnlyList<CrowdResult> bare
    )
    {
        await Crowd.ActivateAsync(bots, [.. bed.Population.RoleNames.Take(WarmUpRoles)]);
        var (answered, active) = await Crowd.ActivateAsync(bots, [.. bed.Population.RoleNames.Skip(WarmUpRoles)]);
        Show("activations answered", answered);
        Show("activations shown as active", active);
        Compare(table, "activations, answered", [answered], bare);
        Compare(table, "activations, active and shown", [active], bare);
    }

    private static void Compare(
        SummaryTable table,
        string what,
        IReadOnlyList<CrowdResult> ours,
        IReadOnlyList<CrowdResult> theirs
    )
    {
        table.Add($"{what}: turns a second", "/s", Middle(ours, r => r.PerSecond), Middle(theirs, r => r.PerSecond), 0);
        table.Add($"{what}: p50", "ms", Middle(ours, r => r.Times.P50), Middle(theirs, r => r.Times.P50));
        table.Add($"{what}: p99", "ms", Middle(ours, r => r.Times.P99), Middle(theirs, r => r.Times.P99));
    }

    private static double Middle(IEnumerable<CrowdResult> rounds, Func<CrowdResult, double> figure) =>
        Distribution.Median(rounds.Select(figure));

    private static CrowdResult Show(string what, CrowdResult result)
    {
        Console.WriteLine($"{what}: {result}");
        return result;
    }
}
