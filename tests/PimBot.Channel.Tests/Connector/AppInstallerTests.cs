using System.Net;
using System.Web;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

/// <summary>Installing the Teams app through Microsoft Graph, on a stubbed network.</summary>
public sealed class AppInstallerTests
{
    private const string App = "66666666-dddd-0000-0000-000000000006";
    private const string Person = "77777777-eeee-0000-0000-000000000007";

    [Theory]
    [InlineData(null, "graph.microsoft.com")]
    [InlineData("UsGov", "graph.microsoft.us")]
    [InlineData("China", "microsoftgraph.chinacloudapi.cn")]
    public async Task The_app_is_installed_at_the_clouds_own_Graph_with_a_token_for_just_that(
        string? cloud,
        string host
    )
    {
        using var scene = Scene(("Channel:Cloud", cloud));
        Answers(scene, 201);

        Assert.True(await InstallAsync(scene));

        var sent = Assert.Single(scene.Graph.Sent);
        Assert.Equal(
            (
                "POST",
                $"https://{host}/v1.0/users/{Person}/teamwork/installedApps",
                "Bearer token-1",
                "application/json"
            ),
            (sent.Method, sent.Url, sent.Authorization, sent.ContentType)
        );
        Assert.Equal($$"""{"teamsApp@odata.bind":"https://{{host}}/v1.0/appCatalogs/teamsApps/{{App}}"}""", sent.Body);
        var asked = Assert.Single(scene.TokenServer.Sent);
        Assert.Equal($"https://{host}/.default", HttpUtility.ParseQueryString(asked.Body)["scope"]);
        Assert.Empty(scene.Network.Sent);
    }

    [Theory]
    [InlineData(201, true)]
    [InlineData(409, true)]
    [InlineData(200, false)]
    [InlineData(302, false)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    public async Task Only_created_and_conflict_mean_that_it_is_there_and_nothing_is_asked_twice(int status, bool there)
    {
        using var scene = Scene();
        Answers(scene, status, """{"error":{"code":"Whatever","message":"token-1 the-secret"}}""");

        Assert.Equal(there, await InstallAsync(scene));

        Assert.Single(scene.Graph.Sent);
        Assert.Contains(
            there ? $"is installed for {Person} now" : $"could not be installed for {Person}: {status} Whatever",
            scene.Log.All,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("token-1", scene.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", scene.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unless_it_is_set_up_nothing_is_asked()
    {
        using var scene = new ConnectorScene();
        Assert.False(await InstallAsync(scene));
        Assert.Empty(scene.TokenServer.Sent);
        Assert.Empty(scene.Graph.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("alice@contoso.example")]
    [InlineData(Person + "/x")]
    [InlineData("{" + Person + "}")]
    public async Task Whoever_has_no_directory_id_is_nobody_to_Graph(string person)
    {
        using var scene = Scene();
        Assert.False(await InstallAsync(scene, person));
        Assert.Empty(scene.TokenServer.Sent);
        Assert.Empty(scene.Graph.Sent);
    }

    [Theory]
    [InlineData("http://graph.microsoft.com/v1.0/users")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/users")]
    [InlineData("https://me@graph.microsoft.com/v1.0/users")]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0/users")]
    [InlineData("https://evil.graph.microsoft.com/v1.0/users")]
    [InlineData("https://graph.microsoft.us/v1.0/users")]
    [InlineData("https://smba.trafficmanager.net/v1.0/users")]
    [InlineData("http://127.0.0.1/v1.0/users")]
    public async Task Graphs_token_goes_to_no_other_place(string url)
    {
        using var scene = Scene();
        using var client = scene.CreateHttpClient(ChannelHttpClients.Graph);
        await Assert.ThrowsAsync<HostRefusedException>(() =>
            client.GetAsync(new Uri(url), TestContext.Current.CancellationToken)
        );
        Assert.Empty(scene.TokenServer.Sent);
        Assert.Empty(scene.Graph.Sent);
    }

    [Fact]
    public async Task The_channel_does_not_get_Graphs_token_nor_Graph_the_channels()
    {
        using var scene = Scene();
        Answers(scene, 201);
        await scene.SendAsync();
        await InstallAsync(scene);
        await scene.SendAsync();
        Assert.Equal(["Bearer token-1", "Bearer token-1"], scene.Network.Sent.Select(r => r.Authorization));
        Assert.Equal("Bearer token-2", Assert.Single(scene.Graph.Sent).Authorization);
    }

    [Fact]
    public async Task A_token_that_Graph_refuses_is_forgotten()
    {
        using var scene = Scene();
        Answers(scene, 401);
        await InstallAsync(scene);
        await InstallAsync(scene);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], scene.Graph.Sent.Select(r => r.Authorization));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked_of_Graph()
    {
        using var scene = Scene();
        scene.TokenServer.Answer = (_, _) =>
            Task.FromResult(StubHandler.Json("""{"error":"invalid_client"}""", HttpStatusCode.Unauthorized));
        Assert.False(await InstallAsync(scene));
        Assert.Empty(scene.Graph.Sent);
    }

    [Fact]
    public async Task Graph_has_ten_seconds()
    {
        using var scene = Scene();
        var asked = new TaskCompletionSource();
        scene.Graph.Answer = async (_, cancellation) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("not reached");
        };
        var pending = InstallAsync(scene);
        await asked.Task;
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(await pending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", true)]
    [InlineData(403, "ForbiddenOperationException", true)]
    [InlineData(403, "BotDisabledByAdmin", false)]
    [InlineData(403, "ConversationBlockedByUser", false)]
    [InlineData(404, "BotNotInConversationRoster", false)]
    [InlineData(503, "ForbiddenOperationException", false)]
    public async Task An_opening_fails_for_want_of_the_app_only_when_the_channel_says_so(
        int status,
        string code,
        bool lacksApp
    )
    {
        using var scene = Scene();
        scene.Network.Answer = (_, _) =>
            Task.FromResult(StubHandler.Json($$$"""{"error":{"code":"{{{code}}}"}}""", (HttpStatusCode)status));
        var opened = await scene.Client.CreateConversationAsync(
            new ConversationOpening(ConnectorScene.Reference.ServiceUrl, "msteams", "28:bot", Person, BotHost.Tenant),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(lacksApp, opened.LacksApp);
    }

    private static ConnectorScene Scene(params (string Key, string? Value)[] settings) =>
        new(
            settings: new Dictionary<string, string?>(settings.ToDictionary(s => s.Key, s => s.Value))
            {
                ["Channel:InstallTeamsApp"] = App.ToUpperInvariant(),
                ["Channel:ServiceHosts:0"] = "bots.contoso.example",
            }
        );

    private static void Answers(ConnectorScene scene, int status, string body = "{}") =>
        scene.Graph.Answer = (_, _) => Task.FromResult(StubHandler.Json(body, (HttpStatusCode)status));

    private static Task<bool> InstallAsync(ConnectorScene scene, string person = Person) =>
        scene.Get<IAppInstaller>().InstallAsync(person, TestContext.Current.CancellationToken);
}
