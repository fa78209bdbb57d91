using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PimBot.Playground.Guard;

namespace PimBot.Playground.Tests;

public sealed class GuardTests
{
    public static TheoryData<string> Routes =>
        [
            "/",
            "/playground/page/page.css",
            "/playground/api/state",
            "/playground/api/events",
            "/playground/issuer/keys",
            "/playground/issuer/.well-known/openidconfiguration",
            "/playground/channel/v3/conversations/a:1/members",
        ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_rebound_host_name_finds_nothing(string path)
    {
        await using var host = await PlaygroundHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, path, ("Host", "evil.example")));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_request_that_came_through_a_proxy_finds_nothing(string path)
    {
        await using var host = await PlaygroundHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, path, ("X-Forwarded-For", "203.0.113.9")));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_script_finds_nothing(string header, string value)
    {
        await using var host = await PlaygroundHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(host, "/playground/api/state", (header, value)));
    }

    [Fact]
    public async Task A_link_on_another_site_may_lead_to_the_page()
    {
        await using var host = await PlaygroundHost.StartAsync();

        var status = await GetAsync(
            host,
            "/",
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", "navigate"),
            ("Sec-Fetch-Dest", "document")
        );

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task The_page_allows_no_inline_or_foreign_script_and_no_framing()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.Http.GetAsync(new Uri("/", UriKind.Relative), PlaygroundHost.Cancellation);
        var html = await response.Content.ReadAsStringAsync(PlaygroundHost.Cancellation);

        var policy = string.Join(';', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onclick", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.7", false)]
    [InlineData("::ffff:192.0.2.7", false)]
    [InlineData("2001:db8::7", false)]
    [InlineData(null, false)]
    public void Only_connections_from_loopback_pass(string? remote, bool allowed)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost", 3978);

        Assert.Equal(allowed, LoopbackGuard.Allows(context.Request));
    }

    [Theory]
    [InlineData("localhost:3978", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1:3978", true)]
    [InlineData("[::1]:3978", true)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("127.0.0.2", false)]
    [InlineData("", false)]
    public void Only_names_of_this_machine_pass(string name, bool allowed)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(name);

        Assert.Equal(allowed, LoopbackGuard.Allows(context.Request));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_Development_nothing_is_mapped(string environment)
    {
        using var identity = PlaygroundIdentity.Create(new Uri("http://127.0.0.1:3978"));
        var builder = PlaygroundHost.Builder(environment);
        PlaygroundHost.Add(builder.Services, identity, new DemoClock());
        await using var app = builder.Build();

        Assert.Throws<InvalidOperationException>(() => app.MapPlayground());
    }

    [Fact]
    public async Task A_host_without_a_clock_is_refused_at_start()
    {
        using var identity = PlaygroundIdentity.Create(new Uri("http://127.0.0.1:3978"));
        var builder = PlaygroundHost.Builder(Environments.Development);
        builder.Services.AddSingleton<IPlaygroundPeople, DemoPeople>();
        builder.Services.AddPlayground(identity);
        await using var app = builder.Build();

        Assert.Throws<InvalidOperationException>(() => app.MapPlayground());
    }

    [Theory]
    [InlineData("http://example.com:3978")]
    [InlineData("http://192.0.2.7:3978")]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:3978/path")]
    [InlineData("ftp://127.0.0.1:3978")]
    public void An_identity_is_made_for_loopback_only(string url) =>
        Assert.Throws<ArgumentException>(() => PlaygroundIdentity.Create(new Uri(url)));

    [Fact]
    public void Two_identities_share_nothing_secret()
    {
        using var one = PlaygroundIdentity.Create(new Uri("http://127.0.0.1:3978"));
        using var two = PlaygroundIdentity.Create(new Uri("http://127.0.0.1:3978"));

        Assert.NotEqual(one.AppId, two.AppId);
        Assert.NotEqual(one.ToConfiguration()["Bot:ClientSecret"], two.ToConfiguration()["Bot:ClientSecret"]);
    }

    private static async Task<HttpStatusCode> GetAsync(
        PlaygroundHost host,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await host.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            PlaygroundHost.Cancellation
        );
        return response.StatusCode;
    }
}
