using System.Text.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>One delivery of one activity, after every check of the token and of the body's form.</summary>
/// <param name="Activity">The activity as received.</param>
/// <param name="Key">The same for each delivery of the same activity, different for any other: channel, conversation, activity id and sender, hashed (64 hexadecimal digits).</param>
/// <param name="TenantId">The agreed tenant of conversation and channel data; null where the channel has none.</param>
/// <param name="PersonId"><c>from.aadObjectId</c>; null when the activity has none (then nothing personal may happen).</param>
/// <param name="Text">The message's text without the bot's mention, at most 4,000 characters, control and bidi characters removed; empty when none.</param>
public sealed record Turn(Activity Activity, string Key, string? TenantId, string? PersonId, string Text)
{
    // Teams' own ids of group chats and channels; 1:1 chats have others.
    private const string OfGroup = "19:";

    /// <summary>
    /// Whether it is a conversation of one person and the bot. A group chat or a channel says by its type, its flag or
    /// its id that it is not; one of these is enough, since personal things must never go there.
    /// </summary>
    public bool IsPersonal =>
        Activity.Conversation is not { } conversation
        || (
            conversation.ConversationType is null or "personal"
            && !SaysGroup(conversation.IsGroup)
            && conversation.Id?.StartsWith(OfGroup, StringComparison.Ordinal) is not true
        );

    /// <summary>Whether the text mentions the bot; in a group and a channel it speaks to nobody else otherwise.</summary>
    public bool MentionsBot => TurnText.MentionsBot(Activity);

    /// <summary>Clients send a Boolean or the text "True".</summary>
    private static bool SaysGroup(JsonElement? flag) =>
        flag is { ValueKind: JsonValueKind.True }
        || (
            flag is { ValueKind: JsonValueKind.String } text
            && string.Equals(text.GetString(), "true", StringComparison.OrdinalIgnoreCase)
        );
}
