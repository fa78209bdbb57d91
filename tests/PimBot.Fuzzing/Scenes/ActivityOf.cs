using System.Text.Json.Nodes;

namespace PimBot.Fuzzing.Scenes;

/// <summary>An activity as Teams sends it, of somebody, from some conversation.</summary>
/// <param name="UserId">The channel's id of the person.</param>
/// <param name="Name">The display name.</param>
/// <param name="AadObjectId">The directory id.</param>
/// <param name="ConversationId">The person's own chat, or a group.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
internal sealed record ActivityOf(
    string UserId,
    string Name,
    string AadObjectId,
    string ConversationId,
    string ConversationType = "personal"
)
{
    /// <summary>Stands for the channel's service URL, which is another one in each round.</summary>
    public const string ServiceUrl = "~url~";

    /// <summary>Stands for an id that no other activity has.</summary>
    public const string Id = "~id~";

    public const string AppId = "3c9d4f1e-6a52-4b0e-9d6b-2f8f7a1b5c01";
    public const string Tenant = "7e0f2a44-18c3-4f5d-8b57-0d1c9a6e4f02";
    public const string BotId = "28:" + AppId;

    public JsonObject Make(string type)
    {
        var conversation = new JsonObject
        {
            ["id"] = ConversationId,
            ["conversationType"] = ConversationType,
            ["tenantId"] = Tenant,
        };
        if (ConversationType != "personal")
        {
            conversation["isGroup"] = true;
            conversation["name"] = "Operations";
        }

        return new JsonObject
        {
            ["type"] = type,
            ["id"] = Id,
            ["timestamp"] = "2026-03-02T08:00:00Z",
            ["localTimezone"] = "Europe/Stockholm",
            ["locale"] = "en-GB",
            ["channelId"] = "msteams",
            ["serviceUrl"] = ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = UserId,
                ["name"] = Name,
                ["aadObjectId"] = AadObjectId,
            },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "PimBot" },
            ["conversation"] = conversation,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "clientInfo",
                    ["locale"] = "en-GB",
                    ["timezone"] = "Europe/Stockholm",
                }
            ),
        };
    }
}
