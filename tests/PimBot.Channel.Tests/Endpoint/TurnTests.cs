using System.Net;
using System.Text.Json.Nodes;
using PimBot.Channel.Schema;
using PimBot.Channel.Tests.Scene;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Endpoint;

public sealed class TurnTests : IAsyncLifetime
{
    private BotHost host = null!;

    public async ValueTask InitializeAsync() => host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("message")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    public async Task These_types_reach_the_bot(string type)
    {
        using var response = await PostAsync(type);
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await BodyAsync(response)));
        Assert.Equal(type, Assert.Single(host.Bot.Turns).Activity.Type);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("Message")]
    [InlineData("nobody knows")]
    public async Task Any_other_type_is_answered_and_ignored(string type)
    {
        using var response = await PostAsync(type);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Bot.Turns);
    }

    [Fact]
    public async Task A_turn_says_who_where_and_what()
    {
        using var response = await host.PostAsync(BotHost.Message("  my roles "));
        var turn = Assert.Single(host.Bot.Turns);
        Assert.Equal(("my roles", "alice", BotHost.Tenant), (turn.Text, turn.PersonId, turn.TenantId));
        Assert.Matches("^[0-9a-f]{64}$", turn.Key);
        var reference = PimBot.Channel.Connector.ConversationReference.From(turn)!;
        Assert.Equal(
            (BotHost.ServiceUrl, "a:conversation", "28:bot", "29:alice"),
            (reference.ServiceUrl, reference.ConversationId, reference.BotId, reference.UserId)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_directory_id_there_is_no_person(string? id)
    {
        var activity = BotHost.Message();
        activity["from"]!["aadObjectId"] = id;
        using var response = await host.PostAsync(activity);
        Assert.Null(Assert.Single(host.Bot.Turns).PersonId);
    }

    [Fact]
    public async Task A_message_whose_turn_fails_is_asked_for_again()
    {
        host.Bot.Answer = _ => throw new InvalidOperationException("the database is away");
        using var response = await host.PostAsync(BotHost.Message());
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (response.StatusCode, await BodyAsync(response)));
    }

    [Fact]
    public async Task Expected_replies_are_in_the_answer_addressed_without_nulls_and_plain()
    {
        Replies(new Activity { Text = "*hello*" });
        var activity = BotHost.Message();
        activity["deliveryMode"] = "expectReplies";
        activity["locale"] = "sv-SE";
        using var response = await host.PostAsync(activity);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var expected = new JsonObject
        {
            ["type"] = "message",
            ["locale"] = "sv-SE",
            ["serviceUrl"] = Copy(activity, "serviceUrl"),
            ["channelId"] = Copy(activity, "channelId"),
            ["from"] = Copy(activity, "recipient"),
            ["recipient"] = Copy(activity, "from"),
            ["conversation"] = Copy(activity, "conversation"),
            ["replyToId"] = "activity-1",
            ["text"] = "*hello*",
            ["textFormat"] = "plain",
        };
        Assert.Equal($$"""{"activities":[{{expected.ToJsonString()}}]}""", await BodyAsync(response));
    }

    [Fact]
    public async Task An_expected_reply_keeps_its_type_and_locale_and_nothing_else_of_its_own_address()
    {
        Replies(
            new Activity
            {
                Type = "typing",
                Id = "sent-1",
                Locale = "de-DE",
                ServiceUrl = "https://elsewhere.example/",
                ChannelId = "webchat",
                From = new ChannelAccount { Id = "somebody" },
                Recipient = new ChannelAccount { Id = "somebody-else" },
                Conversation = new ConversationAccount { Id = "another" },
                ReplyToId = "another-activity",
            }
        );
        var activity = BotHost.Message();
        activity["deliveryMode"] = "expectReplies";
        using var response = await host.PostAsync(activity);
        var reply = JsonNode.Parse(await BodyAsync(response))!["activities"]![0]!.AsObject();
        Assert.Equal(("typing", "de-DE"), ((string?)reply["type"], (string?)reply["locale"]));
        Assert.Null(reply["id"]);
        Assert.Equal("activity-1", (string?)reply["replyToId"]);
        foreach (var (ours, asked) in new[] { ("from", "recipient"), ("recipient", "from") })
        {
            Assert.Equal(activity[asked]!.ToJsonString(), reply[ours]!.ToJsonString());
        }

        foreach (var same in new[] { "serviceUrl", "channelId", "conversation" })
        {
            Assert.Equal(activity[same]!.ToJsonString(), reply[same]!.ToJsonString());
        }
    }

    [Fact]
    public async Task An_invoke_is_answered_by_the_bot()
    {
        host.Bot.Answer = _ =>
            Task.FromResult(TurnResult.Answer(InvokeAnswer.Card(new JsonObject { ["type"] = "AdaptiveCard" })));
        using var response = await host.PostAsync(BotHost.Invoke(Click()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            await BodyAsync(response)
        );
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"approve\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":"approve"}""")]
    [InlineData("""{"action":[]}""")]
    public async Task An_invoke_without_an_action_is_a_bad_request_in_the_invokes_own_form(string value)
    {
        using var response = await host.PostAsync(BotHost.Invoke(JsonNode.Parse(value)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonNode.Parse(await BodyAsync(response))!;
        Assert.Equal(
            (400, "application/vnd.microsoft.error", "BadRequest"),
            ((int)answer["statusCode"]!, (string)answer["type"]!, (string)answer["value"]!["code"]!)
        );
        Assert.Empty(host.Bot.Turns);
    }

    [Theory]
    [InlineData("signin/verifyState")]
    [InlineData("task/fetch")]
    [InlineData("adaptiveCard/Action")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Any_other_invoke_is_not_implemented(string? name)
    {
        using var response = await host.PostAsync(BotHost.Invoke(Click(), name!));
        Assert.Equal((HttpStatusCode.NotImplemented, ""), (response.StatusCode, await BodyAsync(response)));
        Assert.Empty(host.Bot.Turns);
    }

    [Fact]
    public async Task An_invoke_whose_turn_fails_is_told_so_without_the_reason()
    {
        host.Bot.Answer = _ => throw new InvalidOperationException("password=hunter2");
        using var response = await host.PostAsync(BotHost.Invoke(Click()));
        var body = await BodyAsync(response);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(500, (int)JsonNode.Parse(body)!["statusCode"]!);
        Assert.DoesNotContain("hunter2", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoke_that_the_bot_leaves_unanswered_is_a_failure()
    {
        using var response = await host.PostAsync(BotHost.Invoke(Click()));
        Assert.Equal(500, (int)JsonNode.Parse(await BodyAsync(response))!["statusCode"]!);
    }

    [Fact]
    public async Task Redeliveries_have_the_same_key_and_anything_else_has_another()
    {
        var other = BotHost.Message();
        other["id"] = "activity-2";
        foreach (var activity in new[] { BotHost.Message(), BotHost.Message("edited"), other })
        {
            using var response = await host.PostAsync(activity);
        }

        var keys = host.Bot.Turns.Select(t => t.Key).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public void Keys_cannot_be_made_equal_by_moving_text_from_one_part_to_another()
    {
        static Activity Named(string channel, string conversation, string id, string type = "message") =>
            new()
            {
                Type = type,
                ChannelId = channel,
                Id = id,
                Conversation = new ConversationAccount { Id = conversation },
            };
        string[] keys =
        [
            TurnKey.Of(Named("a", "b", "c")),
            TurnKey.Of(Named("ab", "", "c")),
            TurnKey.Of(Named("a", "bc", "")),
            TurnKey.Of(Named("a", "b\n1:c", "")),
            TurnKey.Of(Named("", "a", "bc")),
            TurnKey.Of(Named("a", "b", "c", "invoke")),
        ];
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
    }

    private void Replies(Activity reply) => host.Bot.Answer = _ => Task.FromResult(new TurnResult(null, [reply]));

    private static JsonNode? Copy(JsonObject activity, string member) => activity[member]?.DeepClone();

    private static JsonObject Click() =>
        new()
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "approve" },
            ["trigger"] = "manual",
        };

    private Task<HttpResponseMessage> PostAsync(string type)
    {
        var activity = BotHost.Message("approve");
        activity["type"] = type;
        return host.PostAsync(activity);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
