using System.Globalization;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>What one turn of each kind costs when nothing else happens: commits, EF Core statements, allocated bytes.</summary>
internal static class CostMeasure
{
    private const int Turns = 20;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(people: 4, roles: 24);
        await using var server = await bed.StartProbed().ListeningAsync();
        var person = bed.Connect(server)[0];
        var roles = new Queue<string>(bed.Population.RoleNames);
        foreach (
            var text in new[] { "help", "my roles", "status", "my requests", "activate {0} for 1h because of work" }
        )
        {
            await person.SayAsync("help");
            var idle = await SpentAsync(server, () => Task.CompletedTask);
            var spent = await SpentAsync(
                server,
                async () =>
                {
                    for (var turn = 0; turn < Turns; turn++)
                    {
                        var said = string.Format(CultureInfo.InvariantCulture, text, roles.Peek());
                        if (said != text)
                        {
                            roles.Dequeue();
                        }

                        await person.SayAsync(said);
                    }
                }
            );
            Show(table, text, spent, idle);
        }
    }

    private static void Show(SummaryTable table, string text, ProbeReading spent, ProbeReading idle)
    {
        var statements = spent.Statements.Values.Sum() / (double)Turns;
        var commits = (spent.Commits - idle.Commits) / (double)Turns;
        var kilobytes = (spent.Allocated - idle.Allocated) / 1024.0 / Turns;
        table.Add(
            $"cost of “{text}”",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{commits:0.0} commits, {statements:0.0} statements, {kilobytes:0} KiB"
            )
        );
        Console.WriteLine($"## {text}");
        foreach (var (sql, count) in spent.Statements.OrderByDescending(s => s.Value).Where(s => s.Value >= Turns / 2))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count / (double)Turns, 6:0.0}  {sql.ReplaceLineEndings(" ")[..Math.Min(160, sql.ReplaceLineEndings(" ").Length)]}"
                )
            );
        }
    }

    private static async Task<ProbeReading> SpentAsync(ServerProcess server, Func<Task> action)
    {
        var before = await Bed.ProbeAsync(server);
        await action();
        await Task.Delay(Settling, TimeProvider.System);
        var after = await Bed.ProbeAsync(server);
        var statements = after.Statements.ToDictionary(
            s => s.Key,
            s => s.Value - before.Statements.GetValueOrDefault(s.Key),
            StringComparer.Ordinal
        );
        return new ProbeReading(
            after.Heap,
            after.Allocated - before.Allocated,
            after.Commits - before.Commits,
            statements
        );
    }
}
