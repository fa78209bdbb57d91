using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// A directory that grows from 1,000 to 50,000 assignments: from starting the process with an empty database to its first
/// answer, and what a person and an administrator wait for their lists, beside <c>help</c>, which reads no list.
/// </summary>
internal static class DirectoryMeasure
{
    private const int Rounds = 200;
    private static readonly int[] Sizes = [1_000, 10_000, 50_000];

    public static async Task RunAsync(SummaryTable table)
    {
        foreach (var size in Sizes)
        {
            var json = new Organization(people: 10_000, roles: 100, scopes: 500, assignments: size).ToDirectoryJson();
            await using var bed = await Bed.MakeAsync(json);
            var begun = Stopwatch.GetTimestamp();
            await using var server = bed.StartPimBot();
            var chats = bed.Channel.Connect(server.Address, [Organization.Administrator, Organization.EligiblePerson]);
            await chats[0].FirstWordAsync("help");
            var loaded = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            table.Add(
                Figure(size, "start with an empty database, beside parsing the JSON alone"),
                "ms",
                loaded,
                Parse(json),
                0
            );
            await ListsAsync(table, size, chats[0], chats[1]);
        }
    }

    private static async Task ListsAsync(SummaryTable table, int size, LoadPerson administrator, LoadPerson person)
    {
        var help = await TimesAsync(person, "help");
        foreach (
            var (who, text) in new[] { (person, "my roles"), (administrator, "dashboard"), (administrator, "pending") }
        )
        {
            var times = await TimesAsync(who, text);
            table.Add(Figure(size, $"{text}, p50, beside help"), "ms", times.P50, help.P50);
            table.Add(Figure(size, $"{text}, p99, beside help"), "ms", times.P99, help.P99);
        }
    }

    private static async Task<Distribution> TimesAsync(LoadPerson person, string text)
    {
        var times = new List<TimeSpan>(Rounds);
        for (var i = 0; i < Rounds + 10; i++)
        {
            var took = await person.SayAsync(text);
            if (i >= 10)
            {
                times.Add(took);
            }
        }

        return new Distribution(times);
    }

    private static double Parse(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var begun = Stopwatch.GetTimestamp();
        using var document = JsonDocument.Parse(utf8);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static string Figure(int assignments, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{assignments:#,0} assignments: {what}");
}
