using System.Net;
using System.Text.Json.Nodes;
using PimBot.Channel.Connector;
using PimBot.Channel.Schema;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

public sealed class ConnectorClientTests : IDisposable
{
    private const string Activities =
        "https://smba.trafficmanager.net/emea/v3/conversations/a%3Aconv%2F1%3Bm%3D2/activities";

    private static readonly string Huge =
        $$$"""{"id":"{{{new string('x', 70_000)}}}","error":{"code":"ConversationNotFound"}}""";

    private readonly ConnectorScene scene = new();

    public static TheoryData<int, string, SendOutcomeKind, string> Answers =>
        new()
        {
            { 200, """{"id":"sent-1"}""", SendOutcomeKind.Delivered, "" },
            { 201, """{"id":"sent-1"}""", SendOutcomeKind.Delivered, "" },
            { 202, "", SendOutcomeKind.Delivered, "" },
            { 412, "", SendOutcomeKind.RetryLater, "412" },
            { 429, Error("Throttled"), SendOutcomeKind.RetryLater, "429 Throttled" },
            { 502, "<html>Bad gateway</html>", SendOutcomeKind.RetryLater, "502" },
            { 503, "", SendOutcomeKind.RetryLater, "503" },
            { 504, "", SendOutcomeKind.RetryLater, "504" },
            { 400, Error("BadSyntax"), SendOutcomeKind.Rejected, "400 BadSyntax" },
            { 401, "", SendOutcomeKind.Rejected, "401" },
            { 404, "<html>", SendOutcomeKind.Rejected, "404" },
            { 404, Error("SomethingElse"), SendOutcomeKind.Rejected, "404 SomethingElse" },
            { 404, Error("ConversationNotFound"), SendOutcomeKind.ReferenceGone, "404 ConversationNotFound" },
            {
                404,
                Error("ActivityNotFoundInConversation"),
                SendOutcomeKind.MessageGone,
                "404 ActivityNotFoundInConversation"
            },
            { 403, "", SendOutcomeKind.Rejected, "403" },
            {
                403,
                Error("BotNotInConversationRoster"),
                SendOutcomeKind.NotReachableNow,
                "403 BotNotInConversationRoster"
            },
            { 403, Error("BotDisabledByAdmin"), SendOutcomeKind.NotReachableNow, "403 BotDisabledByAdmin" },
            { 403, Error("ConversationBlockedByUser"), SendOutcomeKind.ReferenceGone, "403 ConversationBlockedByUser" },
            { 403, Error("ConversationNotFound"), SendOutcomeKind.Rejected, "403 ConversationNotFound" },
            { 413, Error("MessageSizeTooBig"), SendOutcomeKind.Rejected, "413 MessageSizeTooBig" },
            { 500, Error("ServiceError"), SendOutcomeKind.Rejected, "500 ServiceError" },
            { 405, "", SendOutcomeKind.Rejected, "405" },
            { 302, "", SendOutcomeKind.Rejected, "302" },
            { 408, "", SendOutcomeKind.Rejected, "408" },
            { 501, "", SendOutcomeKind.Rejected, "501" },
            { 200, "<html>taken</html>", SendOutcomeKind.Delivered, "" },
            { 200, Huge, SendOutcomeKind.Delivered, "" },
            { 503, Huge, SendOutcomeKind.RetryLater, "503" },
            { 403, Huge, SendOutcomeKind.Rejected, "403" },
            { 403, "<html>ConversationBlockedByUser</html>", SendOutcomeKind.Rejected, "403" },
            { 404, """{"code":"ConversationNotFound"}""", SendOutcomeKind.ReferenceGone, "404 ConversationNotFound" },
            { 400, """{"error":{"code":"has spaces and\r\nlines"}}""", SendOutcomeKind.Rejected, "400" },
            { 400, """{"error":"text"}""", SendOutcomeKind.Rejected, "400" },
            { 400, """[[["deep"]]]""", SendOutcomeKind.Rejected, "400" },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_answer_asks_for_one_action(int status, string body, SendOutcomeKind kind, string detail)
    {
        scene.Network.Answer = (_, _) => Task.FromResult(StubHandler.Json(body, (HttpStatusCode)status));
        var outcome = await scene.SendAsync();
        Assert.Equal((kind, detail), (outcome.Kind, outcome.Detail ?? ""));
        Assert.Equal(body == """{"id":"sent-1"}""" ? "sent-1" : null, outcome.ActivityId);
        Assert.Single(scene.Network.Sent);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("0", 0)]
    [InlineData("Sun, 01 Mar 2026 12:00:30 GMT", 30)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task The_time_to_wait_is_the_channels(string header, int? seconds)
    {
        scene.Network.Answer = (_, _) =>
        {
            var response = StubHandler.Json("", HttpStatusCode.TooManyRequests);
            response.Headers.TryAddWithoutValidation("Retry-After", header);
            return Task.FromResult(response);
        };
        var outcome = await scene.SendAsync();
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, outcome.RetryAfter);
    }

    [Fact]
    public async Task A_send_posts_the_activity_with_what_the_reference_knows_and_without_nulls()
    {
        await scene.SendAsync();
        var request = Assert.Single(scene.Network.Sent);
        Assert.Equal(
            ("POST", Activities, "application/json; charset=utf-8"),
            (request.Method, request.Url, request.ContentType)
        );
        Assert.Equal(
            """
            {"type":"message","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams","from":{"id":"28:bot"},"recipient":{"id":"29:alice"},"conversation":{"id":"a:conv/1;m=2","tenantId":"72f988bf-0000-0000-0000-2d7cd011db47"},"text":"hello","textFormat":"plain"}
            """,
            request.Body
        );
    }

    [Fact]
    public async Task A_reply_an_update_and_a_deletion_name_the_activity_in_the_URL()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await scene.Client.SendAsync(ConnectorScene.Reference, new Activity { ReplyToId = "1/2" }, cancellation);
        await scene.Client.UpdateAsync(ConnectorScene.Reference, "3?4", new Activity(), cancellation);
        await scene.Client.DeleteAsync(ConnectorScene.Reference, "5#6", cancellation);
        Assert.Equal(
            [("POST", Activities + "/1%2F2"), ("PUT", Activities + "/3%3F4"), ("DELETE", Activities + "/5%236")],
            scene.Network.Sent.Select(r => (r.Method, r.Url))
        );
        Assert.Equal("3?4", (string)JsonNode.Parse(scene.Network.Sent[1].Body)!["id"]!);
        Assert.Equal("", scene.Network.Sent[2].Body);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task An_id_that_would_change_the_path_is_not_sent(string id)
    {
        var outcome = await scene.SendAsync(ConnectorScene.Reference with { ConversationId = id });
        var update = await scene.Client.UpdateAsync(
            ConnectorScene.Reference,
            id,
            new Activity(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal((SendOutcomeKind.Rejected, SendOutcomeKind.Rejected), (outcome.Kind, update.Kind));
        Assert.Empty(scene.Network.Sent);
    }

    [Fact]
    public async Task No_answer_within_ten_seconds_leaves_the_outcome_unknown()
    {
        var arrived = new TaskCompletionSource();
        scene.Network.Answer = async (_, cancellation) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("not reached");
        };
        var pending = scene.SendAsync();
        await arrived.Task;
        scene.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(pending.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(SendOutcomeKind.Unknown, (await pending).Kind);
    }

    [Fact]
    public async Task The_callers_cancellation_is_the_callers()
    {
        using var cancel = new CancellationTokenSource();
        scene.Network.Answer = async (_, cancellation) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("not reached");
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.SendAsync(cancellation: cancel.Token));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, SendOutcomeKind.RetryLater)]
    [InlineData(HttpRequestError.NameResolutionError, SendOutcomeKind.RetryLater)]
    [InlineData(HttpRequestError.SecureConnectionError, SendOutcomeKind.RetryLater)]
    [InlineData(HttpRequestError.ResponseEnded, SendOutcomeKind.Unknown)]
    [InlineData(HttpRequestError.InvalidResponse, SendOutcomeKind.Unknown)]
    [InlineData(HttpRequestError.ProxyTunnelError, SendOutcomeKind.RetryLater)]
    [InlineData(HttpRequestError.Unknown, SendOutcomeKind.Unknown)]
    public async Task A_broken_connection_had_no_effect_only_when_there_was_none(
        HttpRequestError error,
        SendOutcomeKind kind
    )
    {
        scene.Network.Answer = (_, _) => throw new HttpRequestException(error, "broken");
        Assert.Equal(kind, (await scene.SendAsync()).Kind);
    }

    [Fact]
    public async Task A_connection_that_is_not_made_in_time_had_no_effect()
    {
        scene.Network.Answer = (_, _) => throw new TaskCanceledException("", new TimeoutException());
        Assert.Equal(SendOutcomeKind.RetryLater, (await scene.SendAsync()).Kind);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again_later()
    {
        using var real = new ConnectorScene("Development", stubbed: false);
        using var unused = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        var outcome = await real.SendAsync(ConnectorScene.Reference with { ServiceUrl = $"http://127.0.0.1:{port}/" });
        Assert.Equal(SendOutcomeKind.RetryLater, outcome.Kind);
    }

    [Fact]
    public async Task A_body_that_breaks_off_after_success_is_a_success()
    {
        scene.Network.Answer = (_, _) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) }
            );
        Assert.Equal(new SendOutcome(SendOutcomeKind.Delivered), await scene.SendAsync());
    }

    [Fact]
    public async Task Nothing_of_the_message_or_the_token_is_logged()
    {
        scene.Network.Answer = (_, _) =>
            Task.FromResult(StubHandler.Json(Error("BadSyntax"), HttpStatusCode.BadRequest));
        await scene.SendAsync();
        Assert.Contains("400 BadSyntax", scene.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", scene.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", scene.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", scene.Log.All, StringComparison.Ordinal);
    }

    public void Dispose() => scene.Dispose();

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"words"}}""";

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken");
    }
}
