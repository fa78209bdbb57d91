using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

/// <summary>People who lack the app, of a bot that may install it for them.</summary>
public sealed class AppInstallStory
{
    private const string Asked = "Dan Dubois asks for Payments responder";
    private readonly List<string> installs = [];
    private Scene scene = null!;

    [Fact]
    public async Task An_approver_who_lacks_the_app_is_given_it_and_gets_the_card_once()
    {
        await using var started = scene = await StartAsync(HttpStatusCode.Created, nowThere: true);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees(Asked);
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        scene.Dan.DoesNotSee("Could not be reached");
        Assert.Equal([$"/v1.0/users/{scene.Frank.Id}/teamwork/installedApps"], installs);

        await scene.Frank.Installs();

        Assert.Single(scene.Frank.Chat.Messages, m => m.Card is { } card && IsApproval(card));
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Somebody_who_asks_in_a_group_and_lacks_the_app_is_answered_in_a_chat_of_their_own()
    {
        await using var started = scene = await StartAsync(HttpStatusCode.Conflict, nowThere: true);
        var frank = scene.Frank.In(scene.Channel.AddGroup("Operations", "channel"));
        await frank.AddsBot();

        await frank.Says("my roles");

        frank.Sees("Frank Fischer, I answered you in our own chat.");
        scene.Frank.Sees("Always active: Privileged Role Administrator");
        Assert.Single(installs);
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Created)]
    public async Task Whoever_can_not_be_given_it_is_unreachable_as_ever_and_Graph_is_asked_once(HttpStatusCode answer)
    {
        await using var started = scene = await StartAsync(answer, nowThere: false);

        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Dan.Sees("Asked: Erin Eriksen Could not be reached: Frank Fischer");
        scene.Erin.Sees(Asked);
        await scene.Advances(TimeSpan.FromMinutes(10));

        Assert.Empty(scene.Frank.Chat.Messages);
        Assert.Single(installs);
        await scene.BooksBalance();
    }

    private Task<Scene> StartAsync(HttpStatusCode answer, bool nowThere) =>
        Scene.StartAsync(
            new SceneOptions
            {
                Installed = ["Alice", "Bob", "Carol", "Dan", "Erin", "Grace"],
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Channel:InstallTeamsApp"] = "66666666-dddd-0000-0000-000000000006",
                },
                ConfigureServices = services =>
                    services
                        .AddHttpClient(ChannelHttpClients.Graph)
                        .AddHttpMessageHandler(() => new GraphStandIn(path => Installs(path, answer, nowThere))),
            }
        );

    private HttpStatusCode Installs(string path, HttpStatusCode answer, bool nowThere)
    {
        installs.Add(path);
        if (nowThere)
        {
            scene.Frank.GetsTheAppUnannounced();
        }

        return answer;
    }

    private static bool IsApproval(JsonObject card) =>
        CardText.Flatten(card, "UTC").Contains("Who: Dan Dubois", StringComparison.Ordinal);
}
