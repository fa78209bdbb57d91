using PimBot.Benchmarks.Measures;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks;

/// <summary>
/// Measures the real host in a process of its own beside something bare in the same run:
/// <c>dotnet run -c Release --project tests/PimBot.Benchmarks -- turns|start|memory|ends|cost|invokes|tokens|flood|directory|audit|audit-export|alerts|all</c>.
/// </summary>
internal static class Benchmarks
{
    private static readonly Dictionary<string, Func<SummaryTable, Task>> Measures = new(StringComparer.Ordinal)
    {
        ["turns"] = TurnsMeasure.RunAsync,
        ["cost"] = CostMeasure.RunAsync,
        ["start"] = StartMeasure.RunAsync,
        ["memory"] = MemoryMeasure.RunAsync,
        ["ends"] = EndsMeasure.RunAsync,
        ["invokes"] = InvokesMeasure.RunAsync,
        ["tokens"] = TokensMeasure.RunAsync,
        ["flood"] = FloodMeasure.RunAsync,
        ["directory"] = DirectoryMeasure.RunAsync,
        ["audit"] = AuditMeasure.RunAsync,
        ["audit-export"] = AuditExportMeasure.RunAsync,
        ["alerts"] = AlertsMeasure.RunAsync,
    };

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [BareEndpoint.Mode, ..]:
                await BareEndpoint.RunAsync(args[1..]);
                return 0;
            case [ProbedHost.Mode, ..]:
                return await ProbedHost.RunAsync(args[1..]);
            case [UnpacedHost.Mode, ..]:
                return await UnpacedHost.RunAsync(args[1..]);
            case ["all"]:
                return await RunAsync([.. Measures.Keys]);
            case [_, ..] when args.All(Measures.ContainsKey):
                return await RunAsync(args);
            default:
                await Console.Error.WriteLineAsync($"Usage: {string.Join('|', Measures.Keys)}|all");
                return 2;
        }
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> names)
    {
        var table = new SummaryTable();
        foreach (var name in names)
        {
            Console.WriteLine($"# {name}");
            await Measures[name](table);
        }

        table.Print();
        return 0;
    }
}
