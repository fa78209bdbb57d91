using System.Net;
using System.Text.Json.Nodes;
using PimBot.Channel.Auth;
using PimBot.Channel.Settings;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

public sealed class BotToBotTests : IAsyncLifetime
{
    private EntraScene scene = null!;

    public static TheoryData<string> Refused => [.. BotToBotVariants.Refused.Keys];

    public static TheoryData<string> Accepted => [.. BotToBotVariants.Accepted.Keys];

    public async ValueTask InitializeAsync() => scene = await EntraScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_request_is_refused_and_its_body_stays_unread(string variant)
    {
        var (reason, make) = BotToBotVariants.Refused[variant];
        var (status, wasTouched) = await scene.Host.PostUnreadableAsync("Bearer " + make(scene));
        Assert.Equal((401, false), (status, wasTouched));
        Assert.Contains($"refused before its body was read: {reason} ", scene.Host.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_request_is_accepted(string variant)
    {
        await ExpectAsync(HttpStatusCode.OK, BotToBotVariants.Accepted[variant](scene), BotHost.Message());
        Assert.Single(scene.Host.Bot.Turns);
        Assert.Equal((0, 1), (scene.Host.Issuer.KeyFetches, scene.Entra.KeyFetches));
    }

    [Fact]
    public async Task The_channel_is_believed_beside_it_by_its_own_keys()
    {
        await ExpectAsync(HttpStatusCode.OK, scene.Host.GoodToken(), BotHost.Message());
        Assert.Equal((1, 0), (scene.Host.Issuer.KeyFetches, scene.Entra.KeyFetches));
    }

    [Theory]
    [InlineData("https://evil.example/", "ServiceHostNotAllowed")]
    [InlineData("http://smba.trafficmanager.net/emea/", "ServiceHostNotAllowed")]
    public async Task Without_a_serviceurl_claim_the_host_guard_decides(string url, string reason)
    {
        var activity = BotHost.Message();
        activity["serviceUrl"] = url;
        await ExpectAsync(HttpStatusCode.Forbidden, scene.Sign(scene.Second()), activity);
        Assert.Contains(reason, scene.Host.Log.All, StringComparison.Ordinal);
    }

    public static TheoryData<string> OtherServiceUrls =>
        ["\"\"", "[]", "null", "\"https://smba.trafficmanager.net/amer/\"", "{\"a\":1}", "7"];

    [Theory]
    [MemberData(nameof(OtherServiceUrls))]
    public async Task A_serviceurl_claim_that_is_there_must_match(string claim)
    {
        var claims = BotToBotVariants.With(scene.First(), "serviceurl", JsonNode.Parse(claim));
        await ExpectAsync(HttpStatusCode.Forbidden, scene.Sign(claims), BotHost.Message());
        Assert.Contains("ServiceUrlMismatch", scene.Host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tenant_of_the_activity_must_be_allowed_all_the_same()
    {
        var activity = BotHost.Message();
        activity["conversation"]!["tenantId"] = EntraScene.Tenant;
        activity["channelData"] = null;
        await ExpectAsync(HttpStatusCode.Forbidden, scene.Sign(scene.First()), activity);
    }

    [Fact]
    public async Task A_profile_that_is_off_is_no_issuer_at_all()
    {
        await using var closed = await BotHost.StartAsync();
        foreach (var claims in new[] { scene.First(), scene.Second() })
        {
            var (status, wasTouched) = await closed.PostUnreadableAsync("Bearer " + scene.Sign(claims));
            Assert.Equal((401, false), (status, wasTouched));
        }

        Assert.Contains("IssuerMismatch", closed.Log.All, StringComparison.Ordinal);
        Assert.Equal(0, closed.Issuer.MetadataFetches);
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_close_this_door_only()
    {
        scene.Entra.Metadata = c =>
        {
            c.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await ExpectAsync(HttpStatusCode.ServiceUnavailable, scene.Sign(scene.First()), BotHost.Message());
        await ExpectAsync(HttpStatusCode.OK, scene.Host.GoodToken(), BotHost.Message());
    }

    [Theory]
    [InlineData(null, "https://sts.windows.net/T/", "https://login.microsoftonline.com/T/v2.0")]
    [InlineData("UsGov", "https://sts.windows.net/T/", "https://login.microsoftonline.us/T/v2.0")]
    [InlineData("China", "https://sts.chinacloudapi.cn/T/", "https://login.partner.microsoftonline.cn/T/v2.0")]
    public void Each_cloud_has_its_own_Entra(string? cloud, string first, string second)
    {
        using var bot = new ConnectorScene(
            settings: new()
            {
                ["Channel:Cloud"] = cloud,
                ["Channel:ServiceHosts:0"] = "bots.contoso.example",
                ["Channel:BotToBot:Tenant"] = EntraScene.Tenant,
                ["Channel:BotToBot:Callers:0"] = EntraScene.Caller,
            }
        );
        var rows = bot.Get<ChannelTrust>().Profiles;
        string[] expected =
        [
            first.Replace("T", EntraScene.Tenant, StringComparison.Ordinal),
            second.Replace("T", EntraScene.Tenant, StringComparison.Ordinal),
        ];
        Assert.Equal(expected, rows.Skip(1).Select(r => r.Issuer));
        Assert.All(
            rows.Skip(1),
            r => Assert.Equal(expected[1] + "/.well-known/openid-configuration", r.OpenIdMetadata.AbsoluteUri)
        );
    }

    private async Task ExpectAsync(HttpStatusCode status, string token, JsonObject activity)
    {
        using var response = await scene.Host.PostAsync(activity.ToJsonString(), token);
        Assert.Equal(status, response.StatusCode);
    }
}
