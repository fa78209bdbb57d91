using System.Globalization;
using Microsoft.Data.Sqlite;
using PimBot.Application.Audit;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>Somebody with the database file, a tool for it, and this program's source.</summary>
public sealed class TamperingStory
{
    private const string CountVariable = "PIMBOT_TAMPERINGS";
    private const int Usual = 200;
    private const int AnchoredEvery = 7;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("U4")]
    public async Task Each_of_many_random_tamperings_is_found_and_named()
    {
        await using var scene = await Scene.StartAsync();
        for (var hour = 0; hour < 10; hour++)
        {
            await scene.Dan.Says($"activate helpdesk for 1h because call {hour} ticket INC-{hour}");
            await scene.Advances(TimeSpan.FromHours(2));
            await scene.Alice.Says("activate exchange administrator for 3h because mailboxes");
        }

        var entries = await scene.Audit();
        Assert.True(entries.Count >= 30, $"{entries.Count} entries are too few to play with.");
        var store = (await scene.Reads((work, stop) => work.Audit.StandingAsync(stop))).Store!;
        var anchors = entries
            .Where(entry => entry.Sequence % AnchoredEvery == 0 || entry.Sequence == entries.Count)
            .Select(entry => new AuditAnchor(store, entry.Sequence, entry.Hash, entry.At))
            .ToList();
        Assert.Equal([], (await VerifyAsync(scene, anchors)).Faults);

        await using var file = new SqliteConnection($"Data Source={scene.DatabaseFile};Pooling=False");
        await file.OpenAsync(Stop);
        var count = int.Parse(
            Environment.GetEnvironmentVariable(CountVariable) ?? $"{Usual}",
            CultureInfo.InvariantCulture
        );
        var seed = Environment.TickCount;
        var tamperer = new Tamperer(file, entries, new Random(seed));
        tamperer.Keep();
        for (var i = 0; i < count; i++)
        {
            var tampering = tamperer.Tamper();
            var found = await VerifyAsync(scene, anchors);
            Assert.True(
                tampering.IsNamedBy(found.Faults),
                $"Seed {seed}, number {i}: {tampering.Name} was not named by: {string.Join("; ", found.Faults)}"
            );
            tamperer.Restore();
        }

        Assert.Equal([], (await VerifyAsync(scene, anchors)).Faults);
    }

    private static Task<AuditVerification> VerifyAsync(Scene scene, IReadOnlyCollection<AuditAnchor> anchors) =>
        scene.Reads((work, stop) => VerifyAudit.StoreAsync(work, anchors, stop));
}
