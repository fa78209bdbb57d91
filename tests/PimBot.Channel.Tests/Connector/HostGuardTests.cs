using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

public sealed class HostGuardTests
{
    private static readonly Dictionary<string, string?> OneMoreHost = new()
    {
        ["Channel:ServiceHosts:0"] = "bots.contoso.example",
    };

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://SMBA.TrafficManager.net/amer")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net:443/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://bots.contoso.example/")]
    public async Task An_allowed_host_gets_the_token(string url)
    {
        using var scene = new ConnectorScene(settings: OneMoreHost);
        Assert.Equal(SendOutcomeKind.Delivered, (await SendAsync(scene, url)).Kind);
        Assert.Equal("Bearer token-1", Assert.Single(scene.Network.Sent).Authorization);
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://xsmba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example#@smba.trafficmanager.net/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://user:word@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net:80/")]
    [InlineData("https://smba%2Etrafficmanager.net/")]
    [InlineData("https://smba.trafficmanager\u3002net/")]
    [InlineData("https://smb\u0430.trafficmanager.net/")]
    [InlineData("https://\uff53mba.trafficmanager.net/")]
    [InlineData("https://xn--smb-7cd.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?x=https://evil.example")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    [InlineData(" https://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/\r\nX: y")]
    [InlineData("https://smba.trafficmanager.net/\t")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("https:smba.trafficmanager.net")]
    [InlineData("https:/smba.trafficmanager.net")]
    [InlineData("https:///smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("https://20.33.1.2/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("http://127.0.0.1:56150/")]
    [InlineData("http://localhost:56150/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://sub.bots.contoso.example/")]
    [InlineData("")]
    public async Task Any_other_host_gets_nothing(string url)
    {
        using var scene = new ConnectorScene(settings: OneMoreHost);
        Assert.Equal(SendOutcomeKind.HostRefused, (await SendAsync(scene, url)).Kind);
        Assert.Empty(scene.Network.Sent);
        Assert.Empty(scene.TokenServer.Sent);
    }

    [Theory]
    [InlineData("http://127.0.0.1:56150/", SendOutcomeKind.Delivered)]
    [InlineData("http://localhost:1/_connector", SendOutcomeKind.Delivered)]
    [InlineData("http://localhost/", SendOutcomeKind.Delivered)]
    [InlineData("http://127.0.0.2:56150/", SendOutcomeKind.HostRefused)]
    [InlineData("http://127.1:56150/", SendOutcomeKind.HostRefused)]
    [InlineData("http://2130706433:56150/", SendOutcomeKind.HostRefused)]
    [InlineData("http://0x7f.0.0.1/", SendOutcomeKind.HostRefused)]
    [InlineData("http://[::1]:56150/", SendOutcomeKind.HostRefused)]
    [InlineData("http://0.0.0.0:56150/", SendOutcomeKind.HostRefused)]
    [InlineData("http://localhost.evil.example/", SendOutcomeKind.HostRefused)]
    [InlineData("http://localhost@evil.example/", SendOutcomeKind.HostRefused)]
    [InlineData("http://smba.trafficmanager.net/", SendOutcomeKind.HostRefused)]
    [InlineData("http://192.168.1.1/", SendOutcomeKind.HostRefused)]
    public async Task In_Development_loopback_is_allowed_by_name(string url, SendOutcomeKind kind)
    {
        using var scene = new ConnectorScene("Development");
        Assert.Equal(kind, (await SendAsync(scene, url)).Kind);
        Assert.Equal(kind == SendOutcomeKind.Delivered ? 1 : 0, scene.Network.Sent.Count);
    }

    [Theory]
    [InlineData("UsGov", "https://smba.infra.gov.teams.microsoft.us/teams", SendOutcomeKind.Delivered)]
    [InlineData("UsGov", "https://smba.infra.dod.teams.microsoft.us/teams", SendOutcomeKind.Delivered)]
    [InlineData("UsGov", "https://smba.trafficmanager.net/teams", SendOutcomeKind.HostRefused)]
    [InlineData("China", "https://smba.trafficmanager.net/teams", SendOutcomeKind.HostRefused)]
    [InlineData("China", "https://bots.contoso.example/", SendOutcomeKind.Delivered)]
    public async Task Each_cloud_has_its_own_hosts(string cloud, string url, SendOutcomeKind kind)
    {
        using var scene = new ConnectorScene(settings: new(OneMoreHost) { ["Channel:Cloud"] = cloud });
        Assert.Equal(kind, (await SendAsync(scene, url)).Kind);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        var paths = new List<string>();
        server.MapFallback(context =>
        {
            paths.Add(context.Request.Path);
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        using var scene = new ConnectorScene("Development", stubbed: false);
        var outcome = await SendAsync(scene, server.Urls.Single());
        Assert.Equal((SendOutcomeKind.Rejected, "307"), (outcome.Kind, outcome.Detail));
        Assert.Single(paths);
    }

    [Fact]
    public async Task The_handler_that_attaches_the_token_checks_the_host_itself()
    {
        using var scene = new ConnectorScene();
        using var client = scene.CreateHttpClient(ChannelHttpClients.Connector);
        await Assert.ThrowsAsync<HostRefusedException>(() =>
            client.GetAsync("https://evil.example/", TestContext.Current.CancellationToken)
        );
        Assert.Empty(scene.Network.Sent);
        Assert.Empty(scene.TokenServer.Sent);
    }

    [Theory]
    [InlineData("http://127.0.0.1:56150/", SendOutcomeKind.Delivered)]
    [InlineData("https://smba.trafficmanager.net/", SendOutcomeKind.RetryLater)]
    public async Task Without_a_credential_only_loopback_is_sent_to_and_without_a_token(
        string url,
        SendOutcomeKind kind
    )
    {
        using var scene = new ConnectorScene(
            "Development",
            new() { ["Channel:DangerouslyAllowUnauthenticatedLoopback"] = "true", ["Bot:ClientSecret"] = null }
        );
        Assert.Equal(kind, (await SendAsync(scene, url)).Kind);
        Assert.All(scene.Network.Sent, r => Assert.Null(r.Authorization));
        Assert.Equal(kind == SendOutcomeKind.Delivered ? 1 : 0, scene.Network.Sent.Count);
    }

    private static Task<SendOutcome> SendAsync(ConnectorScene scene, string url) =>
        scene.SendAsync(ConnectorScene.Reference with { ServiceUrl = url });
}
