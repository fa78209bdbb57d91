using System.Globalization;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Chaos;

/// <summary>
/// Three tenths of everything that is sent to the channel fails, with and without effect; what comes from it comes
/// several times and in any order. Requests settle as the people's acts allow, and no card stays stale.
/// PIMBOT_CHAOS_REQUESTS runs more than the usual 200 (it was written for 10,000), PIMBOT_CHAOS_SEED another course.
/// </summary>
public sealed class ChaosStory(ITestOutputHelper output)
{
    private static readonly string[] Offers =
    [
        "approval.approve",
        "approval.deny",
        "request.cancel",
        "grant.extend",
        "grant.end",
    ];

    [Fact]
    public async Task Requests_settle_as_the_rules_say_and_no_card_stays_stale_however_the_channel_fails()
    {
        var wanted = Setting("PIMBOT_CHAOS_REQUESTS", 200);
        var seed = Setting("PIMBOT_CHAOS_SEED", 20261120);
        var teams = Math.Clamp(wanted / (10 * Town.RequestersPerTeam), 5, 50);
        var folder = Directory.CreateTempSubdirectory("pimbot-chaos-");
        try
        {
            var file = Path.Combine(folder.FullName, "town.json");
            Town.Write(file, teams);
            await using var scene = await Scene.StartAsync(new SceneOptions { DirectoryFile = file });
            await RunAsync(scene, wanted, teams, seed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(Scene scene, int wanted, int teams, int seed)
    {
        var random = new Random(seed);
        var weather = new Weather(seed, 0.3);
        var all = new List<ChaosLife>();
        while (all.Count < wanted)
        {
            scene.Channel.Weather = weather.Next;
            var lives = Lives(scene, teams, random);
            await new ChaosRound(scene, random, lives).RunAsync();
            all.AddRange(lives);
        }

        scene.Channel.Weather = null;
        for (var minutes = 0; minutes < 60; minutes += 5)
        {
            await scene.Advances(TimeSpan.FromMinutes(5));
        }

        await AssertSettled(scene, all);
        await AssertNothingStale(scene, all);
        await scene.BooksBalance();
        output.WriteLine($"seed {seed}: {all.Count} requests, {scene.Channel.Events} events at the channel");
    }

    private static List<ChaosLife> Lives(Scene scene, int teams, Random random) =>
        [
            .. from team in Enumerable.Range(0, teams)
            from number in Enumerable.Range(0, Town.RequestersPerTeam)
            select new ChaosLife(
                scene.Person(Town.Requester(team, number)),
                [scene.Person(Town.Approver(team, 0)), scene.Person(Town.Approver(team, 1))],
                Town.RoleOf(team),
                (Plan)random.Next(1, 7)
            ),
        ];

    private static async Task AssertSettled(Scene scene, IReadOnlyList<ChaosLife> lives)
    {
        Assert.Equal(lives.Count, await scene.CountsAudited(AuditAction.ActivationRequested));
        foreach (var life in lives)
        {
            var request = await scene.Reads((work, stop) => work.Requests.FindAsync(life.Request!.Value, stop));
            Assert.True(
                life.Allows(request!),
                $"{life.Plan} ended as {request!.State} ({request.Decision?.Verdict}).\n{life.Requester.Chat}"
            );
        }
    }

    /// <summary>Everybody looks, as their clients do by themselves; then nothing that is over offers anything.</summary>
    private static async Task AssertNothingStale(Scene scene, IReadOnlyList<ChaosLife> lives)
    {
        foreach (var person in scene.People)
        {
            await person.Looks();
            foreach (var message in person.Messages.Where(message => message.Card is not null))
            {
                var offers = CardAction.Of(message.Card!).Select(button => button.Verb).Intersect(Offers);
                Assert.True(!offers.Any(), $"{person.Name} has a stale card:\n{person.Chat}");
            }
        }

        Assert.All(lives, life => Assert.NotNull(life.Request));
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given)
            ? given
            : usual;
}
