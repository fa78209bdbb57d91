using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;
using PimBot.Storage;
using PimBot.Storage.Sqlite;
using PimBot.Targets;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// A scan for alerts over 1,000 to 50,000 assignments: one that finds thousands of unused roles and saves them, and those
/// that find nothing new, each beside a bare pass over the same rows; and how long others wait for the writer meanwhile.
/// </summary>
internal static class AlertsMeasure
{
    private const int QuietScans = 5;
    private const string BarePass =
        "SELECT count(*), sum(length(role) + length(scope)), max(\"end\") FROM assignments WHERE type <> 'x'";

    private static readonly int[] Sizes = [1_000, 10_000, 50_000];

    public static async Task RunAsync(SummaryTable table)
    {
        foreach (var size in Sizes)
        {
            var json = new Organization(people: 10_000, roles: 100, scopes: 500, assignments: size).ToDirectoryJson();
            await using var bed = await Bed.MakeAsync(json);
            await MeasureAsync(table, size, bed.ConnectionString, json);
        }
    }

    private static async Task MeasureAsync(SummaryTable table, int size, string connectionString, string json)
    {
        var time = new ShiftedTime();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSqliteStorage(connectionString)
            .AddLocalTarget()
            .AddSingleton(new AlertScanSettings(AlertScanSettings.Default))
            .AddSingleton<ScanAlerts>()
            .BuildServiceProvider();
        var store = services.GetRequiredService<IPimStore>();
        await services.GetRequiredService<IStorageSetup>().MigrateAsync(CancellationToken.None);
        var contents = DirectoryDocument.Parse(json, time.GetUtcNow()).Contents!;
        await store.CommitAsync((work, stop) => LoadDirectory.RunAsync(work, contents, stop), CancellationToken.None);
        var scan = services.GetRequiredService<ScanAlerts>();
        await TimeAsync(scan);

        var idle = await ProbeAsync(store, () => Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System));
        time.Shift += TimeSpan.FromDays(31);
        var (took, bare) = (0.0, await BareAsync(connectionString));
        var busy = await ProbeAsync(store, async () => took = await TimeAsync(scan));
        var found = await store.ReadAsync((work, stop) => work.Alerts.CountAsync(stop), CancellationToken.None);
        var incidents = found.Values.Sum();
        table.Add(Figure(size, $"scan that saves {incidents:#,0} incidents, beside a bare pass"), "ms", took, bare);
        table.Add(Figure(size, "a commit's wait meanwhile, p99, beside none"), "ms", busy.P99, idle.P99);
        table.Add(Figure(size, "a commit's longest wait meanwhile, beside none"), "ms", busy.Largest, idle.Largest);

        var quiet = new List<double>();
        for (var i = 0; i < QuietScans; i++)
        {
            time.Shift += TimeSpan.FromHours(2);
            quiet.Add(await TimeAsync(scan));
        }

        table.Add(
            Figure(size, "scan that finds nothing new, beside a bare pass"),
            "ms",
            Distribution.Median(quiet),
            await BareAsync(connectionString)
        );
    }

    private static async Task<double> TimeAsync(ScanAlerts scan)
    {
        var begun = Stopwatch.GetTimestamp();
        if (await scan.RunOnceAsync(CancellationToken.None) != 1)
        {
            throw new InvalidOperationException("It was not time for a scan.");
        }

        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>What somebody waits who commits something small again and again meanwhile.</summary>
    private static async Task<Distribution> ProbeAsync(IPimStore store, Func<Task> meanwhile)
    {
        var (waits, number) = (new List<TimeSpan>(), 0);
        var work = Task.Run(meanwhile);
        while (!work.IsCompleted)
        {
            var begun = Stopwatch.GetTimestamp();
            var json = number++.ToString(CultureInfo.InvariantCulture);
            await store.CommitAsync(
                async (unit, stop) =>
                {
                    await unit.Bot.WriteAsync("probe", json, stop);
                    return true;
                },
                CancellationToken.None
            );
            waits.Add(Stopwatch.GetElapsedTime(begun));
        }

        await work;
        return new Distribution(waits);
    }

    private static async Task<double> BareAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = BarePass;
        var times = new List<double>();
        for (var i = 0; i < QuietScans; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await command.ExecuteScalarAsync();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return Distribution.Median(times);
    }

    private static string Figure(int assignments, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{assignments:#,0} assignments: {what}");

    /// <summary>The machine's time, some days on.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
