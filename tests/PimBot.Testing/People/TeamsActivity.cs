using System.Globalization;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>Activities as Teams sends them from a 1:1 chat.</summary>
internal sealed class TeamsActivity(FakeChannel channel, Chat chat, string device)
{
    public JsonObject Message(string text)
    {
        var activity = Create("message", channel.NewMessageId());
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>What an old client sends for a click: a message with a value and no text.</summary>
    public JsonObject Submit(string messageId, JsonObject value)
    {
        var activity = Create("message", channel.NewMessageId());
        activity["replyToId"] = messageId;
        activity["value"] = value;
        return activity;
    }

    public JsonObject CardAction(string messageId, JsonObject action)
    {
        var activity = Create("invoke", "f:" + Guid.NewGuid());
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = messageId;
        activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" };
        return activity;
    }

    public JsonObject Installation(string action)
    {
        var activity = Create("installationUpdate", "f:" + Guid.NewGuid());
        activity["action"] = action;
        return activity;
    }

    public JsonObject BotAdded()
    {
        var activity = Create("conversationUpdate", "f:" + Guid.NewGuid());
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = channel.Bot.ChannelId });
        return activity;
    }

    private JsonObject Create(string type, string id) =>
        new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = channel.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = chat.TimeZone,
            ["locale"] = chat.Locale,
            ["channelId"] = "msteams",
            ["serviceUrl"] = channel.ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = chat.UserId,
                ["name"] = chat.Name,
                ["aadObjectId"] = chat.AadObjectId,
            },
            ["recipient"] = new JsonObject { ["id"] = channel.Bot.ChannelId, ["name"] = "PimBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = chat.ConversationId,
                ["conversationType"] = "personal",
                ["tenantId"] = channel.Bot.TenantId,
            },
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = channel.Bot.TenantId },
                ["clientActivityID"] = device + "-" + Guid.NewGuid(),
            },
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "clientInfo",
                    ["platform"] = device,
                    ["locale"] = chat.Locale,
                    ["timezone"] = chat.TimeZone,
                }
            ),
        };
}
