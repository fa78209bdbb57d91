using System.Net;
using System.Text.Json.Nodes;
using PimBot.Channel.Auth;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

public sealed class ActivityTrustTests
{
    private const string OtherTenant = "11111111-0000-0000-0000-000000000000";

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("msteams ")]
    public async Task A_channel_that_the_key_does_not_endorse_is_refused(string channel)
    {
        await using var host = await BotHost.StartAsync();
        var activity = BotHost.Message();
        activity["channelId"] = channel;
        await Expect(host, activity, HttpStatusCode.Forbidden, AuthReason.ChannelNotEndorsed);
    }

    [Fact]
    public async Task A_key_without_endorsements_vouches_for_nothing()
    {
        var bare = new Signer("bare");
        await using var host = await BotHost.StartAsync();
        host.Issuer.Keys.Add(bare);
        using var response = await host.PostAsync(BotHost.Message().ToJsonString(), bare.Sign(host.Claims()));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(host.Bot.Turns);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://169.254.169.254/")]
    public async Task A_service_host_that_is_not_allowed_is_refused_even_when_the_token_names_it(string url)
    {
        await using var host = await BotHost.StartAsync();
        var (activity, claims) = (BotHost.Message(), host.Claims());
        (activity["serviceUrl"], claims["serviceurl"]) = (url, url);
        using var response = await host.PostAsync(activity.ToJsonString(), host.Signer.Sign(claims));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(nameof(AuthReason.ServiceHostNotAllowed), host.Log.All, StringComparison.Ordinal);
        Assert.Empty(host.Bot.Turns);
    }

    public static TheoryData<string?, string?, bool, HttpStatusCode> Tenants =>
        new()
        {
            { BotHost.Tenant, BotHost.Tenant, true, HttpStatusCode.OK },
            { BotHost.Tenant, BotHost.Tenant.ToUpperInvariant(), true, HttpStatusCode.OK },
            { BotHost.Tenant, null, true, HttpStatusCode.OK },
            { null, BotHost.Tenant, true, HttpStatusCode.OK },
            { null, null, true, HttpStatusCode.Forbidden },
            { "", "", true, HttpStatusCode.Forbidden },
            { OtherTenant, OtherTenant, true, HttpStatusCode.Forbidden },
            { BotHost.Tenant, OtherTenant, true, HttpStatusCode.Forbidden },
            { OtherTenant, BotHost.Tenant, true, HttpStatusCode.Forbidden },
            { BotHost.Tenant, OtherTenant, false, HttpStatusCode.Forbidden },
            { BotHost.Tenant, BotHost.Tenant, false, HttpStatusCode.OK },
            { OtherTenant, OtherTenant, false, HttpStatusCode.Forbidden },
            { null, null, false, HttpStatusCode.Forbidden },
        };

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task Tenants_must_agree_and_be_allowed(
        string? conversation,
        string? data,
        bool listed,
        HttpStatusCode status
    )
    {
        var settings = listed
            ? new Dictionary<string, string?> { ["Channel:AllowedTenants:0"] = BotHost.Tenant }
            : null;
        await using var host = await BotHost.StartAsync(settings);
        var activity = BotHost.Message();
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"] = data is null
            ? null
            : new JsonObject { ["tenant"] = new JsonObject { ["id"] = data } };
        using var response = await host.PostAsync(activity);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, host.Bot.Turns.Count);
        Assert.All(host.Bot.Turns, t => Assert.Equal(conversation ?? data, t.TenantId));
    }

    [Fact]
    public async Task Random_tenants_leave_nothing_behind()
    {
        await using var host = await BotHost.StartAsync(new() { ["Channel:AllowedTenants:0"] = BotHost.Tenant });
        var activity = BotHost.Message();
        for (var i = 0; i < 100; i++)
        {
            activity["conversation"]!["tenantId"] = Guid.NewGuid().ToString();
            activity["channelData"] = null;
            await Expect(host, activity, HttpStatusCode.Forbidden, AuthReason.TenantNotAllowed);
        }

        Assert.Equal(1, host.Issuer.KeyFetches);
    }

    [Theory]
    [InlineData("https://a/b", "https://a/b/", true)]
    [InlineData("https://a/b/", "https://a/b", true)]
    [InlineData("HTTPS://A/b", "https://a/b", true)]
    [InlineData("https://a", "https://A/", true)]
    [InlineData("https://a/b", "https://a/B", false)]
    [InlineData("https://a/b", "https://a/b//", false)]
    [InlineData("https://a/b", "https://a:443/b", false)]
    [InlineData("https://a/b", "https://a/%62", false)]
    [InlineData("https://a/b", "https://a/b?c", false)]
    [InlineData("https://a/b", "http://a/b", false)]
    public void Service_urls_are_compared_as_written(string left, string right, bool equal) =>
        Assert.Equal(equal, ServiceUrl.AreEqual(left, right));

    private static async Task Expect(BotHost host, JsonObject activity, HttpStatusCode status, AuthReason reason)
    {
        using var response = await host.PostAsync(activity);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason.ToString(), host.Log.All, StringComparison.Ordinal);
        Assert.Empty(host.Bot.Turns);
    }
}
