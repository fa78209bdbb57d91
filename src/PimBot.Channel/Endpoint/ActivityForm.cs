using System.Text.Json;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Endpoint;

/// <summary>The form of an activity beyond its members' types: what must be there, and what the loosely typed members hold.</summary>
internal static class ActivityForm
{
    /// <summary>Longest id taken, in UTF-16 units; those of Teams have up to about 300.</summary>
    public const int LongestId = 1024;

    private const int LongestUrl = 2048;

    /// <summary>What is wrong, in words that quote nothing of the activity; null when nothing is.</summary>
    public static string? Fault(Activity activity) =>
        RequiredFault(activity) ?? OptionalFault(activity) ?? LooseFault(activity);

    private static string? RequiredFault(Activity activity) =>
        Required("type", activity.Type)
        ?? Required("id", activity.Id)
        ?? Required("channelId", activity.ChannelId)
        ?? Required("serviceUrl", activity.ServiceUrl, LongestUrl)
        ?? Required("from.id", activity.From?.Id)
        ?? Required("conversation.id", activity.Conversation?.Id);

    private static string? OptionalFault(Activity activity) =>
        Optional("from.aadObjectId", activity.From?.AadObjectId)
        ?? Optional("recipient.id", activity.Recipient?.Id)
        ?? Optional("replyToId", activity.ReplyToId)
        ?? Optional("name", activity.Name)
        ?? Optional("action", activity.Action)
        ?? Optional("deliveryMode", activity.DeliveryMode)
        ?? Optional("locale", activity.Locale)
        ?? Optional("localTimezone", activity.LocalTimezone)
        ?? Optional("conversation.tenantId", activity.Conversation?.TenantId)
        ?? Optional("conversation.conversationType", activity.Conversation?.ConversationType);

    private static string? LooseFault(Activity activity) =>
        HasNull(activity.Attachments) ? "attachments has a null"
        : HasNull(activity.MembersAdded) ? "membersAdded has a null"
        : HasNull(activity.MembersRemoved) ? "membersRemoved has a null"
        : activity.Entities?.All(IsEntity) == false ? "entities has something that is no entity"
        : !IsGroupFlag(activity.Conversation?.IsGroup) ? "conversation.isGroup is neither a Boolean nor a text"
        : ChannelDataFault(activity.ChannelData);

    private static string? ChannelDataFault(JsonElement? channelData)
    {
        if (IsAbsent(channelData))
        {
            return null;
        }

        if (channelData is not { ValueKind: JsonValueKind.Object } data || !IsObjectOrAbsent(data, "tenant"))
        {
            return "channelData or channelData.tenant is no object";
        }

        return data.Object("tenant") is { } tenant && !IsTextOrAbsent(tenant, "id")
            ? "channelData.tenant.id is no text"
            : Optional("channelData.tenant.id", data.Object("tenant")?.Text("id"));
    }

    private static bool IsEntity(JsonElement entity)
    {
        if (entity.ValueKind != JsonValueKind.Object || !IsTextOrAbsent(entity, "type"))
        {
            return false;
        }

        return entity.Text("type") != "mention"
            || (
                IsTextOrAbsent(entity, "text")
                && IsObjectOrAbsent(entity, "mentioned")
                && (
                    entity.Object("mentioned") is not { } who
                    || (IsTextOrAbsent(who, "id") && IsTextOrAbsent(who, "name"))
                )
            );
    }

    private static bool IsGroupFlag(JsonElement? flag) =>
        IsAbsent(flag) || flag!.Value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.String;

    private static bool IsTextOrAbsent(JsonElement element, string key) =>
        !element.TryGetProperty(key, out var value) || value.ValueKind is JsonValueKind.String or JsonValueKind.Null;

    private static bool IsObjectOrAbsent(JsonElement element, string key) =>
        !element.TryGetProperty(key, out var value) || value.ValueKind is JsonValueKind.Object or JsonValueKind.Null;

    private static bool IsAbsent(JsonElement? element) =>
        element is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    private static bool HasNull<T>(IReadOnlyList<T>? list)
        where T : class => list?.Any(item => item is null) == true;

    private static string? Required(string key, string? value, int longest = LongestId) =>
        string.IsNullOrWhiteSpace(value) ? $"{key} is missing" : Optional(key, value, longest);

    /// <summary>Ids go into logs, URLs and databases: one with a control character is nobody's id.</summary>
    private static string? Optional(string key, string? value, int longest = LongestId) =>
        value is null ? null
        : value.Length > longest ? $"{key} is too long"
        : value.Any(char.IsControl) ? $"{key} has a control character"
        : null;
}
