using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel;
using PimBot.Channel.Connector;
using PimBot.Channel.Turns;
using Xunit;

namespace PimBot.Testing.Tests;

/// <summary>The fake channel and issuer against the product's own channel: each is the other's proof.</summary>
public sealed class RealChannelTests
{
    private static readonly SceneOptions Echo = new()
    {
        DirectoryFile = RepositoryRoot.File("tests/PimBot.Testing.Tests/Scenes/people.json"),
        StartHost = StartAsync,
    };

    [Fact]
    public async Task The_products_token_check_and_connector_take_the_fakes_word()
    {
        await using var scene = await Scene.StartAsync(Echo);
        await scene.Alice.Says("good morning");
        scene.Alice.Sees("good morning");

        await scene.Alice.Says("card");
        await scene.Alice.Clicks("Later");
        scene.Alice.Sees("Clicked by " + scene.Alice.Id);
    }

    [Fact]
    public async Task Outbound_tokens_run_out_by_the_manual_clock_and_are_renewed()
    {
        await using var scene = await Scene.StartAsync(Echo);
        await scene.Alice.Says("one");
        await scene.Advances(FakeIssuer.TokenLifetime * 2);
        await scene.Alice.Says("two");
        scene.Alice.Sees("two");
        Assert.Equal(2, scene.Issuer.OutboundTokens.Count);
    }

    [Fact]
    public async Task Wrong_tokens_are_refused_and_the_bots_own_one_too()
    {
        await using var scene = await Scene.StartAsync(Echo);
        await scene.Alice.Says("one");
        var body = new JsonObject { ["type"] = "message" }.ToJsonString();
        string?[] wrong =
        [
            null,
            "x",
            scene.Issuer.OutboundTokens[0],
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims["aud"] = "another"),
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, claims => claims.Remove("exp")),
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl, key: new SigningKey("channel-1", "msteams")),
        ];
        foreach (var token in wrong)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await scene.Alice.PostRaw(body, token)).Status);
        }
    }

    [Theory]
    [InlineData("429", SendOutcomeKind.RetryLater)]
    [InlineData("502", SendOutcomeKind.RetryLater)]
    [InlineData("roster", SendOutcomeKind.NotReachableNow)]
    [InlineData("blocked", SendOutcomeKind.ReferenceGone)]
    [InlineData("gone", SendOutcomeKind.ReferenceGone)]
    [InlineData("500", SendOutcomeKind.Rejected)]
    [InlineData("broken", SendOutcomeKind.Unknown)]
    public async Task Each_fault_is_the_outcome_that_the_channels_contract_names(string fault, SendOutcomeKind outcome)
    {
        await using var scene = await Scene.StartAsync(Echo);
        scene.ExpectsError("");
        scene.Channel.FailNext(
            1,
            fault switch
            {
                "429" => ChannelFault.TooManyRequests(TimeSpan.FromSeconds(7)),
                "502" => ChannelFault.BadGateway,
                "roster" => ChannelFault.NotInRoster,
                "blocked" => ChannelFault.BlockedByUser,
                "gone" => ChannelFault.ConversationNotFound,
                "500" => ChannelFault.ServerError,
                _ => ChannelFault.NoAnswer,
            }
        );
        await scene.Alice.Says("one");
        Assert.Equal([outcome], scene.Services.GetRequiredService<EchoHandler>().Outcomes);
    }

    private static async Task<ISceneHost> StartAsync(SceneSetup setup)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddBotChannel(builder.Configuration);
        builder.Services.AddSingleton<EchoHandler>();
        builder.Services.AddSingleton<ITurnHandler>(services => services.GetRequiredService<EchoHandler>());
        setup.ConfigureServices(builder.Services);
        var app = builder.Build();
        app.MapBotEndpoint();
        await app.StartAsync();
        return new TinyBotHost(app);
    }
}
