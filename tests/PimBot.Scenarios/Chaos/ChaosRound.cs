using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Chaos;

/// <summary>Everybody's request at once: deliveries come several times, at once and in any order, while the connector fails.</summary>
internal sealed class ChaosRound(Scene scene, Random random, IReadOnlyList<ChaosLife> lives)
{
    private const int AtOnce = 16;

    public async Task RunAsync()
    {
        await Together(lives.Select(life => life.Ask()));
        await Passes(TimeSpan.FromMinutes(4), steps: 16);
        foreach (var life in lives)
        {
            var access = new RoleScope(new RoleId(Town.RoleId(TeamOf(life))), new ScopeId("/"));
            var pending = await scene.Reads(
                (work, stop) => work.Requests.FindPendingAsync(new PersonId(life.Requester.Id), access, stop)
            );
            Assert.NotNull(pending);
            life.Request = pending.Id;
        }

        await Together(lives.SelectMany(life => life.Decisions()));
        await Passes(TimeSpan.FromMinutes(4), steps: 16);
        await Together(lives.Where(_ => random.Next(2) == 0).Select(life => life.Requester.Writes("end it now")));
        await Passes(TimeSpan.FromMinutes(65), steps: 20);
    }

    private static int TeamOf(ChaosLife life) => int.Parse(life.Requester.Id.AsSpan(9, 4), provider: null);

    /// <summary>Delivers each activity one to three times, all of them shuffled, while the background work goes on.</summary>
    private async Task Together(IEnumerable<JsonObject> activities)
    {
        var copies = activities
            .SelectMany(activity => Enumerable.Repeat(activity.ToJsonString(), random.Next(1, 4)))
            .ToArray();
        random.Shuffle(copies);
        using var done = new CancellationTokenSource();
        var background = DrainUntil(done.Token);
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            copies,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (body, stop) => await DeliverAsync(body, failures, stop)
        );
        await done.CancelAsync();
        await background;
        Assert.Empty(failures);
    }

    private async Task DrainUntil(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await scene.DrainAsync();
            await Task.Yield();
        }
    }

    private async Task DeliverAsync(string body, ConcurrentBag<string> failures, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/messages");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl)
        );
        using var response = await scene.Http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            failures.Add($"{(int)response.StatusCode} to {body}");
        }
    }

    private async Task Passes(TimeSpan time, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await scene.Advances(time / steps);
        }
    }
}
