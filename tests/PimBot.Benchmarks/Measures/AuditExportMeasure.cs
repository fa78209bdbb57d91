using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// An export of 1,000,000 entries over HTTP: how fast, beside bare reading of the same rows, and whether memory stays flat,
/// beside an export of 10,000. And what a typical page of the audit costs among 1,000,000 entries, beside 1,000.
/// </summary>
internal static class AuditExportMeasure
{
    private const int Few = 1_000;
    private const int Some = 10_000;
    private const int Many = 1_000_000;
    private const int Rounds = 100;
    private const double Mebibyte = 1024 * 1024;

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(
            new Organization(people: 1_000, roles: 100, scopes: 10, assignments: 500).ToDirectoryJson()
        );
        var pages = new Dictionary<int, IReadOnlyList<double>>();
        foreach (var size in new[] { Few, Some, Many })
        {
            await FillAsync(bed, size);
            await using var server = await bed.StartPimBotWithApi().ListeningAsync();
            using var http = Client(bed, server);
            pages[size] = await PagesAsync(http);
            if (size != Few)
            {
                await ExportAsync(table, bed, server, http, size);
            }
        }

        for (var i = 0; i < Queries.Length; i++)
        {
            table.Add(
                $"audit page, {Queries[i].Name}: p50 among 1,000,000 entries, beside 1,000",
                "ms",
                pages[Many][i],
                pages[Few][i],
                2
            );
        }
    }

    private static readonly (string Name, string Query)[] Queries =
    [
        ("newest", "$top=20"),
        ("one person", $"$top=20&person={Organization.EligiblePerson}"),
        ("one kind on one day", "$top=20&kind=approvals&since=2026-01-03T00:00:00Z&until=2026-01-04T00:00:00Z"),
        (
            "one person in a month without entries",
            $"$top=20&person={Organization.EligiblePerson}&since=2031-01-01T00:00:00Z"
        ),
    ];

    private static async Task ExportAsync(SummaryTable table, Bed bed, ServerProcess server, HttpClient http, int size)
    {
        foreach (var format in new[] { "jsonl", "csv" })
        {
            var before = server.WorkingSet;
            var (took, bytes, seen) = await DownloadAsync(http, server, format);
            var bare = Bare(bed);
            var name = string.Create(CultureInfo.InvariantCulture, $"export of {size:#,0} entries as {format}");
            table.Add($"{name}: time, beside bare reading", "s", took.TotalSeconds, bare.TotalSeconds, 2);
            table.Add(
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size / took.TotalSeconds:#,0} rows/s, {bytes / Mebibyte:0} MiB; working set {before / Mebibyte:0} MiB before, {seen[seen.Count / 10] / Mebibyte:0} at a tenth, {seen[seen.Count / 2] / Mebibyte:0} in the middle, {seen[^1] / Mebibyte:0} at the end, at most {seen.Max() / Mebibyte:0}"
                )
            );
        }
    }

    private static async Task<(TimeSpan Took, long Bytes, List<long> WorkingSets)> DownloadAsync(
        HttpClient http,
        ServerProcess server,
        string format
    )
    {
        var begun = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(
            new Uri($"api/audit/export?format={format}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, sum, looked, seen) = (new byte[1 << 16], 0L, 0L, new List<long> { server.WorkingSet });
        for (int read; (read = await body.ReadAsync(buffer)) > 0; )
        {
            sum += read;
            if (sum - looked > 4 * Mebibyte)
            {
                looked = sum;
                seen.Add(server.WorkingSet);
            }
        }

        seen.Add(server.WorkingSet);
        return (Stopwatch.GetElapsedTime(begun), sum, seen);
    }

    private static async Task<IReadOnlyList<double>> PagesAsync(HttpClient http)
    {
        var found = new List<double>();
        foreach (var (_, query) in Queries)
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < Rounds + 10; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(new Uri($"api/audit?{query}", UriKind.Relative));
                response.EnsureSuccessStatusCode();
                if (i >= 10)
                {
                    times.Add(Stopwatch.GetElapsedTime(begun));
                }
            }

            found.Add(new Distribution(times).P50);
        }

        return found;
    }

    private static TimeSpan Bare(Bed bed)
    {
        using var connection = bed.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM audit_entries ORDER BY sequence";
        var begun = Stopwatch.GetTimestamp();
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    private static HttpClient Client(Bed bed, ServerProcess server)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var key = bed.Channel.Issuer.Keys[0];
        var token = key.Sign(
            key.Header(),
            new JsonObject
            {
                ["iss"] = $"https://login.microsoftonline.com/{bed.Channel.Bot.TenantId}/v2.0",
                ["aud"] = bed.Channel.Bot.AppId,
                ["ver"] = "2.0",
                ["tid"] = bed.Channel.Bot.TenantId,
                ["oid"] = Organization.Administrator,
                ["scp"] = "access_as_user",
                ["iat"] = now,
                ["nbf"] = now,
                ["exp"] = now + 3600,
            }
        );
        var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    // A thousand entries a day. Their hashes are no chain: nothing here verifies them.
    private static async Task FillAsync(Bed bed, int size)
    {
        bed.DeleteDatabase();
        await using (await bed.StartPimBotWithApi().ListeningAsync()) { }

        using var connection = bed.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = """
            DELETE FROM audit_entries;
            CREATE TEMP TABLE someone (n INTEGER PRIMARY KEY, id TEXT);
            INSERT INTO someone SELECT row_number() OVER (ORDER BY id) - 1, id FROM people ORDER BY id LIMIT 97;
            CREATE TEMP TABLE some_role (n INTEGER PRIMARY KEY, id TEXT);
            INSERT INTO some_role SELECT row_number() OVER (ORDER BY id) - 1, id FROM roles WHERE kind = 'DirectoryRole' ORDER BY id LIMIT 5;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @size)
            INSERT INTO audit_entries (sequence, at, action, actor, subject, role, scope, reason, ticket, detail, previous_hash, hash)
            SELECT i, (1767225600 + i * 86) * 1000000,
                CASE i % 4 WHEN 0 THEN 'ActivationRequested' WHEN 1 THEN 'RequestApproved' WHEN 2 THEN 'AccessGranted' ELSE 'AccessEnded' END,
                (SELECT id FROM someone WHERE n = i % 97), (SELECT id FROM someone WHERE n = i % 89),
                (SELECT id FROM some_role WHERE n = i % 5), '/',
                'mailbox migration of the whole department', 'INC-' || i, NULL,
                lower(hex(randomblob(32))), lower(hex(randomblob(32))) FROM n;
            UPDATE audit_head SET sequence = @size, hash = (SELECT hash FROM audit_entries WHERE sequence = @size);
            """;
        command.Parameters.AddWithValue("@size", size);
        command.ExecuteNonQuery();
    }
}
