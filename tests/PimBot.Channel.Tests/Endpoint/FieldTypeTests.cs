using System.Net;
using System.Text.Json.Nodes;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Endpoint;

/// <summary>Every field that is read, with a value of every type that it cannot have.</summary>
public sealed class FieldTypeTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["text"] = "\"text\"",
        ["number"] = "7",
        ["huge number"] = "1e999",
        ["true"] = "true",
        ["list"] = "[]",
        ["list of null"] = "[null]",
        ["list of texts"] = "[\"x\"]",
        ["list of numbers"] = "[1]",
        ["object"] = "{}",
    };

    private static readonly string[] AllButText = [.. Values.Keys.Where(k => k != "text")];
    private static readonly string[] AllButObject = [.. Values.Keys.Where(k => k != "object")];
    private static readonly string[] AllButList = [.. Values.Keys.Where(k => k is not ("list"))];

    private static readonly Dictionary<string, string[]> WrongTypes = new()
    {
        ["type"] = AllButText,
        ["id"] = AllButText,
        ["timestamp"] = [.. Values.Keys],
        ["localTimezone"] = AllButText,
        ["locale"] = AllButText,
        ["serviceUrl"] = AllButText,
        ["channelId"] = AllButText,
        ["from"] = [.. Values.Keys],
        ["from.id"] = AllButText,
        ["from.name"] = AllButText,
        ["from.aadObjectId"] = AllButText,
        ["from.role"] = AllButText,
        ["recipient"] = AllButObject,
        ["recipient.id"] = AllButText,
        ["recipient.name"] = AllButText,
        ["conversation"] = [.. Values.Keys],
        ["conversation.id"] = AllButText,
        ["conversation.name"] = AllButText,
        ["conversation.conversationType"] = AllButText,
        ["conversation.tenantId"] = AllButText,
        ["conversation.isGroup"] = [.. Values.Keys.Where(k => k is not ("text" or "true"))],
        ["replyToId"] = AllButText,
        ["text"] = AllButText,
        ["textFormat"] = AllButText,
        ["summary"] = AllButText,
        ["attachments"] = AllButList,
        ["attachments.0"] = [.. Values.Keys],
        ["attachments.0.contentType"] = AllButText,
        ["attachments.0.name"] = AllButText,
        ["entities"] = AllButList,
        ["entities.0"] = AllButObject,
        ["entities.0.type"] = AllButText,
        ["entities.0.text"] = AllButText,
        ["entities.0.mentioned"] = AllButObject,
        ["entities.0.mentioned.id"] = AllButText,
        ["entities.0.mentioned.name"] = AllButText,
        ["membersAdded"] = AllButList,
        ["membersAdded.0"] = AllButObject,
        ["membersAdded.0.id"] = AllButText,
        ["membersRemoved"] = AllButList,
        ["action"] = AllButText,
        ["name"] = AllButText,
        ["channelData"] = AllButObject,
        ["channelData.tenant"] = AllButObject,
        ["channelData.tenant.id"] = AllButText,
        ["deliveryMode"] = AllButText,
    };

    private BotHost host = null!;

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (member, kinds) in WrongTypes)
            {
                foreach (var kind in kinds)
                {
                    rows.Add(member, kind);
                }
            }

            return rows;
        }
    }

    public async ValueTask InitializeAsync() => host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_field_of_the_wrong_type_is_answered_with_400(string field, string kind)
    {
        using var response = await host.PostAsync(With(field, Values[kind]), host.GoodToken());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(host.Bot.Turns);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("id")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("from")]
    [InlineData("from.id")]
    [InlineData("conversation")]
    [InlineData("conversation.id")]
    public async Task A_field_that_must_be_there_is_missed(string field)
    {
        foreach (var value in new[] { "null", "\"\"", "\" \"" })
        {
            using var response = await host.PostAsync(With(field, value), host.GoodToken());
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        var (parent, key) = Place(Full(), field);
        parent.AsObject().Remove(key);
        using var without = await host.PostAsync(parent.Root.ToJsonString(), host.GoodToken());
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Empty(host.Bot.Turns);
    }

    [Fact]
    public async Task An_activity_with_every_field_and_many_unknown_ones_is_taken()
    {
        using var response = await host.PostAsync(Full());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(host.Bot.Turns);
    }

    [Theory]
    [InlineData("timestamp")]
    [InlineData("recipient")]
    [InlineData("attachments")]
    [InlineData("entities")]
    [InlineData("membersAdded")]
    [InlineData("value")]
    [InlineData("channelData")]
    [InlineData("conversation.isGroup")]
    public async Task A_field_that_may_be_missing_may_be_null(string field)
    {
        using var response = await host.PostAsync(With(field, "null"), host.GoodToken());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("\"True\"")]
    [InlineData("true")]
    public async Task A_group_may_be_flagged_by_a_text(string flag)
    {
        using var response = await host.PostAsync(With("conversation.isGroup", flag), host.GoodToken());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Numbers that no JSON reader may turn into something else are put in as text.</summary>
    private static string With(string field, string value)
    {
        const string Mark = "\"%value%\"";
        var (parent, key) = Place(Full(), field);
        if (parent is JsonArray list)
        {
            list[int.Parse(key)] = "%value%";
        }
        else
        {
            parent[key] = "%value%";
        }

        return parent.Root.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
    }

    private static (JsonNode Parent, string Key) Place(JsonNode node, string field)
    {
        var keys = field.Split('.');
        foreach (var key in keys[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(key)]! : node[key]!;
        }

        return (node, keys[^1]);
    }

    private static JsonObject Full()
    {
        var activity = BotHost.Message("<at>PimBot</at> hello");
        activity["timestamp"] = "2026-03-01T12:00:00.123Z";
        activity["localTimestamp"] = "2026-03-01T13:00:00.123+01:00";
        (activity["localTimezone"], activity["locale"]) = ("Europe/Berlin", "en-US");
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>hello</p>" }
        );
        activity["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>PimBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "PimBot" },
            },
            new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "en-US",
                ["text"] = 7,
            }
        );
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        activity["unknown"] = new JsonObject { ["a"] = new JsonArray(1, "b", false) };
        activity["Type"] = 7;
        return activity;
    }
}
