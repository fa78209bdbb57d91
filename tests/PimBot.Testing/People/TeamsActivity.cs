using System.Globalization;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>Activities as Teams sends them: of a person, from their 1:1 chat or from a group.</summary>
internal sealed class TeamsActivity(FakeChannel channel, Chat chat, Chat room, string device)
{
    public JsonObject Message(string text)
    {
        var activity = Create("message", channel.NewMessageId());
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>What Teams sends when the bot is mentioned: the mention in the text, as an entity, and the text once more as HTML.</summary>
    public JsonObject Mention(string text)
    {
        var activity = Message($"<at>PimBot</at> {text}");
        activity["textFormat"] = "xml";
        ((JsonArray)activity["entities"]!).Add(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>PimBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = channel.Bot.ChannelId, ["name"] = "PimBot" },
            }
        );
        activity["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "text/html",
                ["content"] = "<p><span itemscope itemtype=\"http://schema.skype.com/Mention\">PimBot</span></p>",
            }
        );
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

    public JsonObject CardAction(string messageId, JsonObject action, string trigger = "manual")
    {
        var activity = Create("invoke", "f:" + Guid.NewGuid());
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = messageId;
        activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = trigger };
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

    public JsonObject BotRemoved()
    {
        var activity = Create("conversationUpdate", "f:" + Guid.NewGuid());
        activity["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = channel.Bot.ChannelId });
        return activity;
    }

    private JsonObject Conversation()
    {
        var conversation = new JsonObject
        {
            ["id"] = room.ConversationId,
            ["conversationType"] = room.ConversationType,
            ["tenantId"] = channel.Bot.TenantId,
        };
        if (room.ConversationType != "personal")
        {
            conversation["isGroup"] = true;
            conversation["name"] = room.Name;
        }

        return conversation;
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
            ["conversation"] = Conversation(),
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
