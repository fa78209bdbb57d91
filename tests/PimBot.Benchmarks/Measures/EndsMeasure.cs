using System.Diagnostics;
using System.Globalization;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// How long after its end each of 10,000 active grants is revoked at the local target: all due at one instant, and
/// spread over a minute. Beside it: a loop that deletes as many rows from a table, with a durable commit for each.
/// </summary>
internal static class EndsMeasure
{
    private const int People = 1000;
    private const int Roles = 10;
    private const int Grants = People * Roles;
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private const string FirstEnd = "SELECT min(active_until) FROM grants";

    private const string Left = "SELECT (SELECT count(*) FROM local_access) + (SELECT count(*) FROM outbox)";

    private const string Lateness = """
        SELECT entry.at - grants.active_until, entry.at FROM audit_entries AS entry
        JOIN grants ON grants.id = entry.grant_id WHERE entry.action = 'AccessRevoked'
        """;

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(People, Roles);
        var bare = BareDeletes(bed);
        await OneCaseAsync(table, bed, "10,000 ends at one instant", TimeSpan.Zero, bare);
        await OneCaseAsync(table, bed, "10,000 ends within a minute", TimeSpan.FromMinutes(1) / Grants, bare);
    }

    private static async Task OneCaseAsync(SummaryTable table, Bed bed, string name, TimeSpan apart, double bare)
    {
        bed.DeleteDatabase();
        await using (var first = await bed.StartPimBot().ListeningAsync())
        {
            var people = bed.Connect(first);
            await Crowd.TalkAsync([.. people.Take(1)], 1);
            foreach (var some in people.Chunk(32))
            {
                await Crowd.TalkAsync(some, some.Length);
            }
        }

        var due = TimeProvider.System.GetUtcNow() + Lead;
        await GrantSeed.WriteAsync(bed.ConnectionString, bed.Population, due, apart);
        await using var server = await bed.StartPimBot().ListeningAsync();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"listening {(due - TimeProvider.System.GetUtcNow()).TotalSeconds:0.0} s before the first end"
            )
        );
        await WorkedOffAsync(bed);
        DemandSeed(bed, due);
        var (lateness, worked) = Read(bed, due);
        Console.WriteLine($"{name}: {lateness}, all revoked {worked:0.0} s after the first end");
        table.Add($"{name}: lateness p50", "ms", lateness.P50, bare / 2);
        table.Add($"{name}: lateness p99", "ms", lateness.P99, bare * 0.99);
        table.Add($"{name}: all revoked after", "s", worked, Math.Max(bare / 1000, (apart * Grants).TotalSeconds));
    }

    private static async Task WorkedOffAsync(Bed bed)
    {
        var start = Stopwatch.GetTimestamp();
        while (bed.Count(Left) > 0)
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException("The ends were not worked off.");
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }

    // What is read must be what this case wrote, not what another left.
    private static void DemandSeed(Bed bed, DateTimeOffset due)
    {
        var first = DateTimeOffset.UnixEpoch.AddMicroseconds(bed.Count(FirstEnd));
        if ((first - due).Duration() > TimeSpan.FromMilliseconds(1))
        {
            throw new InvalidOperationException($"The first grant ends at {first:O}, not at {due:O}.");
        }
    }

    // Instants are kept in microseconds. The entry is made after the target showed the access gone.
    private static (Distribution Lateness, double WorkedSeconds) Read(Bed bed, DateTimeOffset due)
    {
        using var connection = bed.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Lateness;
        using var reader = command.ExecuteReader();
        var (late, last) = (new List<TimeSpan>(), 0L);
        while (reader.Read())
        {
            late.Add(TimeSpan.FromMicroseconds(reader.GetInt64(0)));
            last = Math.Max(last, reader.GetInt64(1));
        }

        if (late.Count != Grants || late.Min() < TimeSpan.Zero)
        {
            throw new InvalidOperationException($"{late.Count} grants were revoked, the earliest {late.Min()} late.");
        }

        return (new Distribution(late), (DateTimeOffset.UnixEpoch.AddMicroseconds(last) - due).TotalSeconds);
    }

    /// <summary>Milliseconds for all rows.</summary>
    private static double BareDeletes(Bed bed)
    {
        using var connection = bed.Open("bare.db");
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            CREATE TABLE held (id INTEGER PRIMARY KEY, person TEXT);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Grants})
            INSERT INTO held SELECT i, hex(randomblob(16)) FROM n;
            """;
        command.ExecuteNonQuery();
        command.CommandText = "DELETE FROM held WHERE id = @id";
        var id = command.Parameters.Add("@id", Microsoft.Data.Sqlite.SqliteType.Integer);
        var start = Stopwatch.GetTimestamp();
        for (var i = 1; i <= Grants; i++)
        {
            id.Value = i;
            command.ExecuteNonQuery();
        }

        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"bare deletes: {Grants} in {took / 1000:0.0} s")
        );
        return took;
    }
}
