using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using PimBot.Channel.Auth;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

public sealed class UnauthenticatedLoopbackTests
{
    private static readonly Dictionary<string, string?> Switch = new()
    {
        ["Channel:DangerouslyAllowUnauthenticatedLoopback"] = "true",
        ["Bot:ClientSecret"] = null,
        ["Bot:TenantId"] = null,
    };

    [Fact]
    public async Task A_request_without_a_token_is_taken_and_logged_loudly()
    {
        await using var host = await BotHost.StartAsync(Switch);
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("DANGEROUS", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_with_a_bad_token_is_refused_as_ever()
    {
        await using var host = await BotHost.StartAsync(Switch);
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), "a.b.c");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("Forwarded", "for=203.0.113.5")]
    public async Task A_web_page_or_a_proxy_is_not_a_local_client(string header, string value)
    {
        await using var host = await BotHost.StartAsync(Switch);
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "::1", true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.2", "192.168.1.1", false)]
    [InlineData("127.0.0.1", "192.168.1.1", false)]
    [InlineData(null, null, false)]
    public void Both_ends_are_loopback(string? remote, string? local, bool isLocal)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost", 3978);
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Connection.LocalIpAddress = local is null ? null : IPAddress.Parse(local);
        Assert.Equal(isLocal, LocalClient.Is(context));
    }

    [Fact]
    public async Task Without_the_switch_a_local_request_needs_a_token()
    {
        await using var host = await BotHost.StartAsync();
        using var response = await host.PostAsync(Encoding.UTF8.GetBytes(BotHost.Message().ToJsonString()));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
