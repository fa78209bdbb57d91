using System.Net;
using PimBot.Channel.Connector;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

public sealed class NewConversationTests : IDisposable
{
    private static readonly ConversationOpening Opening = new(
        "https://smba.trafficmanager.net/emea/",
        "msteams",
        "28:bot",
        "alice-object-id",
        BotHost.Tenant
    );

    private readonly ConnectorScene scene = new();

    [Fact]
    public async Task A_one_to_one_conversation_is_opened_as_Teams_demands()
    {
        Answer(201, """{"id":"a:new"}""");
        var opened = await OpenAsync(Opening);

        var request = Assert.Single(scene.Network.Sent);
        Assert.Equal(
            ("POST", "https://smba.trafficmanager.net/emea/v3/conversations", "Bearer token-1"),
            (request.Method, request.Url, request.Authorization)
        );
        Assert.Equal(
            """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"alice-object-id"}],"tenantId":"72f988bf-0000-0000-0000-2d7cd011db47","channelData":{"tenant":{"id":"72f988bf-0000-0000-0000-2d7cd011db47"}}}""",
            request.Body
        );
        Assert.Equal(
            new ConversationReference(
                "https://smba.trafficmanager.net/emea/",
                "a:new",
                "msteams",
                "28:bot",
                "",
                BotHost.Tenant
            ),
            opened.Reference
        );
    }

    [Fact]
    public async Task Without_a_tenant_the_members_are_left_out_and_not_null()
    {
        await OpenAsync(Opening with { TenantId = null });
        Assert.Equal(
            """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"alice-object-id"}]}""",
            Assert.Single(scene.Network.Sent).Body
        );
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", "https://smba.trafficmanager.net/amer/")]
    [InlineData("https://evil.example/", "https://smba.trafficmanager.net/emea/")]
    [InlineData("http://smba.trafficmanager.net/", "https://smba.trafficmanager.net/emea/")]
    [InlineData("", "https://smba.trafficmanager.net/emea/")]
    public async Task A_service_URL_in_the_answer_is_taken_only_where_the_token_may_go(string answered, string kept)
    {
        Answer(200, $$"""{"id":"a:new","serviceUrl":"{{answered}}"}""");
        Assert.Equal(kept, (await OpenAsync(Opening)).Reference?.ServiceUrl);
    }

    [Theory]
    [InlineData(200, "{}", SendOutcomeKind.Rejected)]
    [InlineData(200, """{"id":""}""", SendOutcomeKind.Rejected)]
    [InlineData(201, "<html>", SendOutcomeKind.Rejected)]
    [InlineData(400, """{"error":{"code":"BadSyntax"}}""", SendOutcomeKind.Rejected)]
    [InlineData(401, "", SendOutcomeKind.Rejected)]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", SendOutcomeKind.NotReachableNow)]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", SendOutcomeKind.ReferenceGone)]
    [InlineData(404, "", SendOutcomeKind.Rejected)]
    [InlineData(429, "", SendOutcomeKind.RetryLater)]
    [InlineData(502, "<html>", SendOutcomeKind.RetryLater)]
    [InlineData(500, "", SendOutcomeKind.Rejected)]
    public async Task Each_other_answer_is_an_outcome_as_for_sends(int status, string body, SendOutcomeKind kind)
    {
        Answer(status, body);
        var opened = await OpenAsync(Opening);
        Assert.Equal((kind, null), (opened.Outcome.Kind, opened.Reference));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public async Task A_host_that_is_not_allowed_gets_nothing(string serviceUrl)
    {
        var opened = await OpenAsync(Opening with { ServiceUrl = serviceUrl });
        Assert.Equal(SendOutcomeKind.HostRefused, opened.Outcome.Kind);
        Assert.Empty(scene.Network.Sent);
        Assert.Empty(scene.TokenServer.Sent);
    }

    public void Dispose() => scene.Dispose();

    private Task<OpenedConversation> OpenAsync(ConversationOpening opening) =>
        scene.Client.CreateConversationAsync(opening, TestContext.Current.CancellationToken);

    private void Answer(int status, string body) =>
        scene.Network.Answer = (_, _) => Task.FromResult(StubHandler.Json(body, (HttpStatusCode)status));
}
