using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PimBot.Testing.Tests;

public sealed class FakeChannelTests : IAsyncLifetime
{
    private readonly ManualTime clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private FakeChannel channel = null!;
    private Chat alice = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await FakeChannel.StartAsync(clock, BotIdentity.Create());
        alice = channel.AddPerson("alice-id", "Alice");
        alice.IsInstalled = true;
        http.BaseAddress = new Uri(channel.ServiceUrl);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_kept_updated_and_deleted()
    {
        var id = (await BodyAsync(await SendAsync(Text("one"))))["id"]!.ToString();
        Assert.Equal("one", Assert.Single(alice.Messages).Text);

        using var updated = await http.PutAsJsonAsync(Activities + "/" + id, Text("two"), Cancel);
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        Assert.Equal(("two", 1), (alice.Messages[0].Text, alice.Messages[0].UpdatedCount));

        using var deleted = await http.DeleteAsync(new Uri(Activities + "/" + id, UriKind.Relative), Cancel);
        Assert.True(alice.Messages[0].IsDeleted);

        using var late = await http.PutAsJsonAsync(Activities + "/" + id, Text("three"), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Empty(channel.Violations);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"x","summary":null}""", 400, "activity.summary is null")]
    [InlineData("""{"type":"message"}""", 400, "the message is empty")]
    [InlineData("""{"type":"event","text":"x"}""", 400, "activity.type is 'event'")]
    [InlineData("""{"type":"message","text":"Hello ${name}"}""", 400, "unresolved template")]
    [InlineData("""{"type":"message","type":"message","text":"x"}""", 400, "the body is no JSON object")]
    [InlineData("""["message"]""", 400, "the body is no JSON object")]
    [InlineData(
        """{"type":"message","attachments":[{"contentType":"text/html"}]}""",
        400,
        "no Adaptive Card: text/html"
    )]
    [InlineData(
        """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}]}""",
        400,
        "card.version"
    )]
    public async Task What_Teams_would_refuse_is_refused_and_kept(string body, int status, string problem)
    {
        using var answer = await SendTextAsync(body);
        Assert.Equal(status, (int)answer.StatusCode);
        AssertViolation(problem);
        Assert.Empty(alice.Messages);
    }

    [Fact]
    public async Task Text_and_card_in_one_message_are_refused()
    {
        var message = Card(TinyCards.Question("Alice", 1));
        message["text"] = "x";
        using var answer = await SendAsync(message);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        AssertViolation("text and card in one message");
    }

    [Fact]
    public async Task A_message_above_80_KB_as_UTF16_is_refused()
    {
        using var fits = await SendAsync(Text(new string('x', 40_800)));
        Assert.Equal(HttpStatusCode.Created, fits.StatusCode);
        using var answer = await SendAsync(Text(new string('x', 41_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("MessageSizeTooBig", (await BodyAsync(answer))["error"]!["code"]!.ToString());
        AssertViolation("81920 are allowed");
    }

    [Fact]
    public async Task An_unknown_conversation_message_or_route_is_refused()
    {
        using var chat = await http.PostAsJsonAsync("v3/conversations/a:unknown/activities", Text("x"), Cancel);
        Assert.Equal("ConversationNotFound", (await BodyAsync(chat))["error"]!["code"]!.ToString());
        using var message = await http.PutAsJsonAsync(Activities + "/7", Text("x"), Cancel);
        Assert.Equal("ActivityNotFoundInConversation", (await BodyAsync(message))["error"]!["code"]!.ToString());
        using var route = await http.GetAsync(new Uri("v3/elsewhere", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, route.StatusCode);
        Assert.Equal(3, channel.Violations.Count);
    }

    [Fact]
    public async Task A_missing_foreign_or_expired_token_is_refused()
    {
        var valid = http.DefaultRequestHeaders.Authorization;
        var foreign = new AuthenticationHeaderValue("Bearer", channel.Issuer.ChannelToken(channel.ServiceUrl));
        foreach (var token in new[] { null, foreign })
        {
            http.DefaultRequestHeaders.Authorization = token;
            using var answer = await SendAsync(Text("x"));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        http.DefaultRequestHeaders.Authorization = valid;
        clock.Advance(FakeIssuer.TokenLifetime);
        using var expired = await SendAsync(Text("x"));
        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Equal(3, channel.Violations.Count);
    }

    [Fact]
    public async Task Without_the_app_the_bot_is_not_in_the_roster()
    {
        alice.IsInstalled = false;
        using var answer = await SendAsync(Text("x"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("BotNotInConversationRoster", (await BodyAsync(answer))["error"]!["code"]!.ToString());
        Assert.Empty(channel.Violations);
    }

    [Fact]
    public async Task Planned_faults_come_in_order_and_then_end()
    {
        channel.FailNext(1, ChannelFault.TooManyRequests(TimeSpan.FromSeconds(7)));
        channel.FailNext(1, ChannelFault.BadGateway);
        channel.FailNext(1, ChannelFault.BlockedByUser, alice);
        using var first = await SendAsync(Text("x"));
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
        using var second = await SendAsync(Text("x"));
        Assert.Equal("text/html", second.Content.Headers.ContentType!.MediaType);
        using var third = await SendAsync(Text("x"));
        Assert.Equal("ConversationBlockedByUser", (await BodyAsync(third))["error"]!["code"]!.ToString());
        using var last = await SendAsync(Text("x"));
        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Empty(channel.Violations);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_broken_connection_may_hide_that_the_message_arrived(bool delivers, int messages)
    {
        channel.FailNext(1, delivers ? ChannelFault.NoAnswerButDelivered : ChannelFault.NoAnswer);
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(Text("x")));
        Assert.Equal(messages, alice.Messages.Count);
    }

    [Fact]
    public async Task A_conversation_is_made_for_one_known_member_of_the_tenant()
    {
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = channel.Bot.ChannelId },
            ["members"] = new JsonArray(new JsonObject { ["id"] = alice.UserId }),
            ["tenantId"] = channel.Bot.TenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = channel.Bot.TenantId } },
        };
        using var made = await http.PostAsJsonAsync("v3/conversations", body, Cancel);
        Assert.Equal(alice.ConversationId, (await BodyAsync(made))["id"]!.ToString());

        body["tenantId"] = "other";
        using var foreign = await http.PostAsJsonAsync("v3/conversations", body, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        AssertViolation("tenantId");
    }

    [Fact]
    public async Task Members_are_listed()
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(alice.ConversationId)}/";
        var one = await http.GetFromJsonAsync<JsonObject>(
            path + "members/" + Uri.EscapeDataString(alice.UserId),
            Cancel
        );
        var paged = await http.GetFromJsonAsync<JsonObject>(path + "pagedmembers", Cancel);
        var all = await http.GetFromJsonAsync<JsonArray>(path + "members", Cancel);
        Assert.Equal("alice-id", one!["aadObjectId"]!.ToString());
        Assert.Equal("alice-id", paged!["members"]![0]!["aadObjectId"]!.ToString());
        Assert.Equal("alice-id", all![0]!["aadObjectId"]!.ToString());
    }

    [Fact]
    public async Task The_token_endpoint_refuses_a_wrong_secret_and_grant()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskTokenAsync("wrong", "client_credentials")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskTokenAsync(channel.Bot.ClientSecret, "password")).StatusCode);
        channel.Issuer.IsTokenEndpointDown = true;
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await AskTokenAsync(channel.Bot.ClientSecret, "client_credentials")).StatusCode
        );
    }

    [Fact]
    public async Task Keys_carry_endorsements_and_change_with_a_rotation()
    {
        var keys = new Uri(channel.Address, "issuer/keys");
        var before = (await http.GetFromJsonAsync<JsonObject>(keys, Cancel))!["keys"]![0]!;
        Assert.Equal("msteams", before["endorsements"]![0]!.ToString());

        var rotated = channel.Issuer.RotateKey("webchat");
        var after = Assert.Single((await http.GetFromJsonAsync<JsonObject>(keys, Cancel))!["keys"]!.AsArray())!;
        Assert.Equal((rotated.KeyId, "webchat"), (after["kid"]!.ToString(), after["endorsements"]![0]!.ToString()));

        channel.Issuer.IsMetadataDown = true;
        using var down = await http.GetAsync(channel.Issuer.OpenIdMetadata, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Activities => $"v3/conversations/{Uri.EscapeDataString(alice.ConversationId)}/activities";

    private static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    private static JsonObject Card(JsonObject card)
    {
        var attachment = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card,
        };
        return new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(attachment) };
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

    private Task<HttpResponseMessage> SendAsync(JsonObject activity) => http.PostAsJsonAsync(Activities, activity);

    private Task<HttpResponseMessage> SendTextAsync(string body) =>
        http.PostAsync(Activities, new StringContent(body, Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> AskTokenAsync(string secret, string grant) =>
        http.PostAsync(
            channel.Issuer.TokenEndpoint,
            new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["grant_type"] = grant,
                    ["client_id"] = channel.Bot.AppId,
                    ["client_secret"] = secret,
                }
            )
        );

    private async Task<string> TokenAsync()
    {
        using var answer = await AskTokenAsync(channel.Bot.ClientSecret, "client_credentials");
        return (await BodyAsync(answer))["access_token"]!.ToString();
    }

    private void AssertViolation(string problem) =>
        Assert.Contains(channel.Violations, violation => violation.Problem.Contains(problem, StringComparison.Ordinal));
}
