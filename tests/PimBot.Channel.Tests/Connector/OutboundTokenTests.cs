using System.Net;
using System.Web;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

public sealed class OutboundTokenTests : IDisposable
{
    private readonly ConnectorScene scene = new(
        settings: new() { ["Channel:TokenEndpoint"] = "https://login.contoso.example/token" }
    );

    [Theory]
    [InlineData(
        "SingleTenant",
        null,
        "https://login.microsoftonline.com/72f988bf-0000-0000-0000-2d7cd011db47/oauth2/v2.0/token",
        "https://api.botframework.com/.default"
    )]
    [InlineData(
        "MultiTenant",
        null,
        "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token",
        "https://api.botframework.com/.default"
    )]
    [InlineData(
        "SingleTenant",
        "UsGov",
        "https://login.microsoftonline.us/72f988bf-0000-0000-0000-2d7cd011db47/oauth2/v2.0/token",
        "https://api.botframework.us/.default"
    )]
    [InlineData(
        "SingleTenant",
        "China",
        "https://login.partner.microsoftonline.cn/72f988bf-0000-0000-0000-2d7cd011db47/oauth2/v2.0/token",
        "https://api.botframework.azure.cn/.default"
    )]
    public async Task The_token_comes_from_the_clouds_endpoint(string appType, string? cloud, string url, string scope)
    {
        using var other = new ConnectorScene(
            settings: new()
            {
                ["Bot:AppType"] = appType,
                ["Channel:Cloud"] = cloud,
                ["Channel:ServiceHosts:0"] = "bots.contoso.example",
                ["Channel:AllowedTenants:0"] = "72f988bf-0000-0000-0000-2d7cd011db47",
            }
        );
        await other.SendAsync(ConnectorScene.Reference with { ServiceUrl = "https://bots.contoso.example/" });
        var request = Assert.Single(other.TokenServer.Sent);
        var form = HttpUtility.ParseQueryString(request.Body);
        Assert.Equal(
            ("POST", url, "application/x-www-form-urlencoded"),
            (request.Method, request.Url, request.ContentType)
        );
        Assert.Equal(
            ("client_credentials", BotHost.AppId, "the-secret", scope),
            (form["grant_type"], form["client_id"], form["client_secret"], form["scope"])
        );
    }

    [Fact]
    public async Task A_configured_endpoint_takes_the_place_of_the_clouds()
    {
        using var other = new ConnectorScene(
            settings: new() { ["Channel:TokenEndpoint"] = "https://login.contoso.example/token" }
        );
        await other.SendAsync();
        Assert.Equal("https://login.contoso.example/token", Assert.Single(other.TokenServer.Sent).Url);
    }

    [Fact]
    public async Task A_token_is_renewed_at_80_percent_of_its_life()
    {
        await scene.SendAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds((3600 * 0.8) - 1));
        await scene.SendAsync();
        Assert.Single(scene.TokenServer.Sent);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.SendAsync();
        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-2"],
            scene.Network.Sent.Select(r => r.Authorization)
        );
    }

    [Fact]
    public async Task Many_sends_at_once_wait_for_one_token()
    {
        var release = new TaskCompletionSource();
        scene.TokenServer.Answer = async (_, _) =>
        {
            await release.Task;
            return Token("""{"access_token":"one","expires_in":3600}""");
        };
        var sends = Enumerable
            .Range(0, 50)
            .Select(i => scene.SendAsync(ConnectorScene.Reference with { ConversationId = $"c{i}" }))
            .ToList();
        Assert.DoesNotContain(sends, s => s.IsCompleted);
        release.SetResult();
        Assert.All(await Task.WhenAll(sends), o => Assert.Equal(SendOutcomeKind.Delivered, o.Kind));
        Assert.Single(scene.TokenServer.Sent);
        Assert.All(scene.Network.Sent, r => Assert.Equal("Bearer one", r.Authorization));
    }

    [Fact]
    public async Task Each_scope_has_its_own_token_and_its_own_request()
    {
        var release = new TaskCompletionSource();
        scene.TokenServer.Answer = async (request, _) =>
        {
            await release.Task;
            var scope = HttpUtility.ParseQueryString(request.Body)["scope"];
            return Token($$"""{"access_token":"for-{{scope}}","expires_in":3600}""");
        };
        var cancellation = TestContext.Current.CancellationToken;
        var asked = new[] { "one", "two", "one", "two" }.Select(s => scene.Tokens.GetAsync(s, cancellation)).ToList();
        release.SetResult();
        var tokens = await Task.WhenAll(asked);
        Assert.Equal(["for-one", "for-two", "for-one", "for-two"], tokens.Select(t => t.Value));
        Assert.Equal(2, scene.TokenServer.Sent.Count);
    }

    [Fact]
    public async Task The_last_token_serves_while_it_is_valid_and_renewing_fails()
    {
        await scene.SendAsync();
        Fail(HttpStatusCode.ServiceUnavailable, "");
        scene.Clock.Advance(TimeSpan.FromMinutes(50));
        await scene.SendAsync();
        await scene.SendAsync();
        Assert.Equal(2, scene.TokenServer.Sent.Count);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SendOutcomeKind.Delivered, (await scene.SendAsync()).Kind);
        Assert.Equal(3, scene.TokenServer.Sent.Count);
        scene.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal((SendOutcomeKind.RetryLater, "no token: 503 without JSON"), Brief(await scene.SendAsync()));
        Assert.Equal(4, scene.Network.Sent.Count);
        Assert.All(scene.Network.Sent, r => Assert.Equal("Bearer token-1", r.Authorization));
    }

    [Theory]
    [InlineData(
        401,
        """{"error":"invalid_client","error_description":"AADSTS7000222: expired keys"}""",
        "no token: 401 invalid_client"
    )]
    [InlineData(500, "<html>", "no token: 500 without JSON")]
    [InlineData(302, "", "no token: 302 without JSON")]
    [InlineData(200, "", "no token: 200 without JSON")]
    [InlineData(200, "{}", "no token: 200")]
    [InlineData(200, """{"access_token":"t"}""", "no token: 200")]
    [InlineData(200, """{"access_token":"t","expires_in":"soon"}""", "no token: 200")]
    [InlineData(200, """{"access_token":"t","expires_in":0}""", "no token: 200")]
    [InlineData(200, """{"access_token":"t","expires_in":null}""", "no token: 200")]
    [InlineData(200, """{"access_token":"a\r\nX: y","expires_in":3600}""", "no token: 200")]
    [InlineData(200, """{"access_token":"","expires_in":3600}""", "no token: 200")]
    [InlineData(200, """{"access_token":7,"expires_in":3600}""", "no token: 200")]
    public async Task Without_a_token_nothing_is_sent_and_it_is_tried_again_later(
        int status,
        string body,
        string detail
    )
    {
        Fail((HttpStatusCode)status, body);
        Assert.Equal((SendOutcomeKind.RetryLater, detail), Brief(await scene.SendAsync()));
        Assert.Empty(scene.Network.Sent);
    }

    [Fact]
    public async Task A_life_written_as_text_is_understood()
    {
        Fail(HttpStatusCode.OK, """{"access_token":"t","expires_in":"3600"}""");
        Assert.Equal(SendOutcomeKind.Delivered, (await scene.SendAsync()).Kind);
    }

    [Fact]
    public async Task A_token_endpoint_that_does_not_answer_is_given_up_after_ten_seconds()
    {
        var asked = new TaskCompletionSource();
        scene.TokenServer.Answer = async (_, cancellation) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("not reached");
        };
        var pending = scene.SendAsync();
        await asked.Task;
        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((SendOutcomeKind.RetryLater, "no token: timeout"), Brief(await pending));
        Assert.Empty(scene.Network.Sent);
    }

    [Fact]
    public async Task A_token_that_the_channel_refuses_is_not_used_again()
    {
        scene.Network.Answer = (r, _) =>
            Task.FromResult(
                StubHandler.Json(
                    "{}",
                    r.Authorization == "Bearer token-1" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK
                )
            );
        Assert.Equal(SendOutcomeKind.Rejected, (await scene.SendAsync()).Kind);
        Assert.Equal(SendOutcomeKind.Delivered, (await scene.SendAsync()).Kind);
        Assert.Equal(2, scene.TokenServer.Sent.Count);
    }

    [Fact]
    public async Task A_late_refusal_of_the_old_token_does_not_cost_the_new_one()
    {
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Network.Answer = async (_, _) =>
        {
            arrived.TrySetResult();
            await release.Task;
            return StubHandler.Json("{}", HttpStatusCode.Unauthorized);
        };
        var late = scene.SendAsync();
        await arrived.Task;
        scene.Clock.Advance(TimeSpan.FromMinutes(49));
        scene.Network.Answer = (_, _) => Task.FromResult(StubHandler.Json("{}"));
        await scene.SendAsync();
        release.SetResult();
        await late;
        await scene.SendAsync();
        Assert.Equal(2, scene.TokenServer.Sent.Count);
    }

    public void Dispose() => scene.Dispose();

    private static (SendOutcomeKind, string?) Brief(SendOutcome outcome) => (outcome.Kind, outcome.Detail);

    private static HttpResponseMessage Token(string body) => StubHandler.Json(body);

    private void Fail(HttpStatusCode status, string body) =>
        scene.TokenServer.Answer = (_, _) => Task.FromResult(StubHandler.Json(body, status));
}
