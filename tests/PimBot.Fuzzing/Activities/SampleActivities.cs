using System.Text.Json.Nodes;
using PimBot.Fuzzing.Scenes;

namespace PimBot.Fuzzing.Activities;

/// <summary>What Teams sends in the name of the outsider.</summary>
internal static class SampleActivities
{
    public const string UserId = "29:1013-" + Company.OutsiderId;
    public const string ChatId = "a:1013_" + Company.OutsiderId;

    private static readonly ActivityOf Outsider = new(UserId, Company.OutsiderName, Company.OutsiderId, ChatId);
    private static readonly ActivityOf InGroup = Outsider with
    {
        ConversationId = "~group~",
        ConversationType = "channel",
    };

    public static IReadOnlyList<string> All { get; } =
    [
        .. new[]
        {
            Message("help"),
            Message("activate Global Administrator for 1h because tenant settings must change ticket INC-1234"),
            Message("my roles"),
            With(Message("status"), ("deliveryMode", "expectReplies")),
            With(Message("approvals"), ("locale", "sv-SE"), ("localTimezone", "Asia/Kathmandu")),
            GroupMessage("<at>PimBot</at> activate Payments responder for 2h because refunds"),
            Click("approval.approve", new JsonObject { ["request"] = new string('0', 32), ["reason"] = "ok" }),
            Click("request.submit", Role()),
            Click("role.choose", Role()),
            Click("say", new JsonObject { ["text"] = "activate helpdesk" }),
            Click("grant.end", new JsonObject { ["grant"] = new string('0', 32) }),
            Click("approval.show", new JsonObject { ["request"] = new string('0', 32) }, "automatic"),
            Submit("approval.approve", new JsonObject { ["request"] = new string('0', 32), ["reason"] = "ok" }),
            Submit("say", new JsonObject { ["text"] = "my requests" }),
            With(Activity("conversationUpdate"), ("membersAdded", Members())),
            With(Activity("conversationUpdate"), ("membersRemoved", Members())),
            With(Activity("installationUpdate"), ("action", "add")),
            With(Activity("installationUpdate"), ("action", "remove")),
            With(Message("approve"), ("type", "messageUpdate")),
            With(Activity("messageDelete"), ("replyToId", "1")),
            With(Activity("messageReaction"), ("replyToId", "1")),
            With(Activity("invoke"), ("name", "task/fetch"), ("value", new JsonObject { ["data"] = "x" })),
            With(Activity("invoke"), ("name", "signin/verifyState"), ("value", new JsonObject { ["state"] = "1" })),
            With(Activity("event"), ("name", "application/vnd.microsoft.readReceipt")),
            With(Activity("typing")),
            With(Activity("trace")),
        }.Select(activity => activity.ToJsonString()),
    ];

    /// <summary>Names and values of the protocol, for the mutator.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "type",
        "id",
        "timestamp",
        "localTimezone",
        "locale",
        "channelId",
        "serviceUrl",
        "from",
        "recipient",
        "conversation",
        "channelData",
        "entities",
        "text",
        "textFormat",
        "value",
        "attachments",
        "replyToId",
        "name",
        "action",
        "deliveryMode",
        "membersAdded",
        "membersRemoved",
        "aadObjectId",
        "tenantId",
        "tenant",
        "conversationType",
        "isGroup",
        "mentioned",
        "contentType",
        "content",
        "verb",
        "data",
        "trigger",
        "role",
        "scope",
        "request",
        "grant",
        "reason",
        "step",
        "dialog",
        "message",
        "invoke",
        "conversationUpdate",
        "installationUpdate",
        "messageUpdate",
        "event",
        "typing",
        "endOfConversation",
        "adaptiveCard/action",
        "task/fetch",
        "Action.Execute",
        "Action.Submit",
        "manual",
        "automatic",
        "expectReplies",
        "add",
        "remove",
        "remove-upgrade",
        "mention",
        "<at>PimBot</at>",
        "personal",
        "groupChat",
        "channel",
        "True",
        "plain",
        "xml",
        "msteams",
        "webchat",
        "emulator",
        "Europe/Stockholm",
        "Nowhere/Nothing",
        "tlh-Latn-x",
        "activate Owner for 1h",
        "approve",
        "approval.approve",
        "approval.deny",
        "approval.show",
        "request.submit",
        "request.show",
        "request.cancel",
        "role.choose",
        "grant.end",
        "grant.extend",
        "dialog.answer",
        "dialog.cancel",
        "say",
        ActivityOf.BotId,
        UserId,
        ChatId,
        Company.OutsiderId,
        ActivityOf.Tenant,
        ActivityOf.ServiceUrl,
        "https://evil.example/",
        "..",
        "a/b?c#d",
        "19:x@thread.tacv2;messageid=1",
        "62e90394-69f5-4237-9190-012177145e10",
        "/",
    ];

    private static JsonObject Message(string text) =>
        With(Activity("message"), ("text", text), ("textFormat", "plain"));

    private static JsonObject GroupMessage(string text)
    {
        var activity = With(InGroup.Make("message"), ("text", text), ("textFormat", "xml"));
        activity["entities"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["type"] = "mention",
                    ["text"] = "<at>PimBot</at>",
                    ["mentioned"] = new JsonObject { ["id"] = ActivityOf.BotId, ["name"] = "PimBot" },
                }
            );
        activity["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>PimBot</p>" }
        );
        return activity;
    }

    private static JsonObject Click(string verb, JsonObject data, string trigger = "manual")
    {
        data["verb"] = verb;
        var action = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = data,
        };
        var value = new JsonObject { ["action"] = action, ["trigger"] = trigger };
        return With(Activity("invoke"), ("name", "adaptiveCard/action"), ("value", value), ("replyToId", "1"));
    }

    private static JsonObject Submit(string verb, JsonObject data)
    {
        data["verb"] = verb;
        return With(Activity("message"), ("value", data), ("replyToId", "1"));
    }

    private static JsonObject Role() =>
        new()
        {
            ["role"] = "62e90394-69f5-4237-9190-012177145e10",
            ["scope"] = "/",
            ["duration"] = "60",
            ["justification"] = "because",
            ["ticket"] = "INC-1234",
        };

    private static JsonArray Members() => new(new JsonObject { ["id"] = ActivityOf.BotId });

    private static JsonObject With(JsonObject activity, params (string Name, JsonNode? Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            activity[name] = value;
        }

        return activity;
    }

    private static JsonObject Activity(string type) => Outsider.Make(type);
}
