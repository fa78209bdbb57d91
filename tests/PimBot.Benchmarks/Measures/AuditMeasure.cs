using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Benchmarks.Report;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Storage;
using PimBot.Storage.Sqlite;
using PimBot.Testing;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// How long a verification of 1,000,000 entries takes, beside SHA-256 alone over as many inputs of the same length; and
/// whether each of 1,000 random tamperings of a store of 1,000 entries is found and named.
/// </summary>
internal static class AuditMeasure
{
    private const int Many = 1_000_000;
    private const int Few = 1_000;
    private const int AtOnce = 5_000;
    private const int Tamperings = 1_000;
    private const int AnchoredEvery = 50;

    public static async Task RunAsync(SummaryTable table)
    {
        var folder = Directory.CreateTempSubdirectory("pimbot-audit-");
        try
        {
            await VerifyManyAsync(table, Path.Combine(folder.FullName, "many.db"));
            await TamperAsync(table, Path.Combine(folder.FullName, "few.db"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task VerifyManyAsync(SummaryTable table, string file)
    {
        await using var services = await OpenAsync(file, Many);
        var store = services.GetRequiredService<IPimStore>();
        var first = await store.ReadAsync((work, stop) => work.Audit.ReadAsync(0, 1, stop), CancellationToken.None);
        var bare = Bare(LengthOf(first[0]));
        var before = Environment.WorkingSet;
        var start = Stopwatch.GetTimestamp();
        var found = await store.ReadAsync(
            (work, stop) => VerifyAudit.StoreAsync(work, [], stop),
            CancellationToken.None
        );
        var took = Stopwatch.GetElapsedTime(start);
        if (!found.IsIntact || found.Entries != Many)
        {
            throw new InvalidOperationException($"{found.FaultCount} faults in {found.Entries} entries.");
        }

        Say($"verified {found.Entries} entries in {took.TotalSeconds:0.00} s, bare SHA-256 {bare.TotalSeconds:0.00} s");
        Say($"working set before {before >> 20} MiB, after {Environment.WorkingSet >> 20} MiB");
        table.Add("verify 1,000,000 entries", "s", took.TotalSeconds, bare.TotalSeconds);
    }

    private static async Task TamperAsync(SummaryTable table, string file)
    {
        await using var services = await OpenAsync(file, Few);
        var store = services.GetRequiredService<IPimStore>();
        var entries = await store.ReadAsync((work, stop) => work.Audit.ReadAsync(0, Few, stop), CancellationToken.None);
        var id = (await store.ReadAsync((work, stop) => work.Audit.StandingAsync(stop), CancellationToken.None)).Store!;
        var anchors = entries
            .Where(entry => entry.Sequence % AnchoredEvery == 0)
            .Select(entry => new AuditAnchor(id, entry.Sequence, entry.Hash, entry.At))
            .ToList();
        await using var hands = new SqliteConnection($"Data Source={file};Pooling=False");
        await hands.OpenAsync();
        var tamperer = new Tamperer(hands, entries, new Random(1));
        tamperer.Keep();
        var (named, missed) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Tamperings; i++)
        {
            var tampering = tamperer.Tamper();
            var found = await store.ReadAsync(
                (work, stop) => VerifyAudit.StoreAsync(work, anchors, stop),
                CancellationToken.None
            );
            named += tampering.IsNamedBy(found.Faults) ? 1 : 0;
            missed += found.IsIntact ? 1 : 0;
            tamperer.Restore();
        }

        var took = Stopwatch.GetElapsedTime(start);
        Say($"{Tamperings} tamperings: {Tamperings - missed} found, {named} named, in {took.TotalSeconds:0.0} s");
        table.Add("tamperings found and named", "of 1,000", named, Tamperings);
        if (missed > 0 || named < Tamperings)
        {
            throw new InvalidOperationException("A tampering was not found, or not named.");
        }
    }

    private static async Task<ServiceProvider> OpenAsync(string file, int many)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSqliteStorage($"Data Source={file}")
            .BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().MigrateAsync(CancellationToken.None);
        var store = services.GetRequiredService<IPimStore>();
        await store.CommitAsync((work, stop) => work.Audit.StoreAsync(stop), CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        for (var done = 0; done < many; done += AtOnce)
        {
            var from = done;
            await store.CommitAsync(
                (work, _) => Append(work, from, Math.Min(AtOnce, many - from)),
                CancellationToken.None
            );
        }

        Say($"{many} entries written in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        return services;
    }

    private static Task<bool> Append(IPimUnitOfWork work, int from, int many)
    {
        work.Audit.From(new AuditOrigin("chat:msteams", new string('c', 64)));
        for (var i = from; i < from + many; i++)
        {
            work.Audit.Append(
                new AuditEvent
                {
                    Action = AuditAction.ActivationRequested,
                    Actor = new PersonId($"da000000-0000-4000-8000-{i:D12}"),
                    Subject = new PersonId($"da000000-0000-4000-8000-{i:D12}"),
                    Access = new RoleScope(WellKnownRoles.PrivilegedRoleAdministrator, ScopeId.Directory),
                    Request = new(Guid.NewGuid()),
                    Reason = "mailbox migration of the finance department",
                    Ticket = $"INC-{i:D7}",
                }
            );
        }

        return Task.FromResult(true);
    }

    /// <summary>How long SHA-256 alone takes for all entries.</summary>
    private static TimeSpan Bare(int length)
    {
        var (input, hash) = (new byte[length], new byte[SHA256.HashSizeInBytes]);
        Say($"{length} bytes are hashed for each entry");
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Many; i++)
        {
            SHA256.HashData(input, hash);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>How many bytes an entry's hash covers: each field with its length, a colon and a semicolon; two for one that is absent.</summary>
    private static int LengthOf(AuditEntry entry)
    {
        var happened = entry.Event;
        string?[] fields =
        [
            $"{entry.Sequence}",
            $"{entry.At.UtcDateTime:O}",
            $"{(int)happened.Action}",
            happened.Actor?.Value,
            happened.Subject?.Value,
            happened.Access?.Role.Value,
            happened.Place?.Value,
            happened.Request?.ToString(),
            happened.Grant?.ToString(),
            happened.Reason,
            happened.Ticket,
            happened.Detail,
            happened.Group?.Value,
            happened.Source,
            happened.Correlation,
            entry.PreviousHash,
        ];
        return fields.Sum(field => field is null ? 2 : $"{field.Length}:;".Length + Encoding.UTF8.GetByteCount(field));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
