using PimBot.Channel.Turns;

namespace PimBot.Channel.Connector;

/// <summary>Where a conversation can be reached. Stored; checked again by the host guard at each use.</summary>
/// <param name="ServiceUrl">Absolute URL of the connector; trusted only when the host guard says so.</param>
/// <param name="ConversationId">Opaque.</param>
/// <param name="ChannelId">Such as <c>msteams</c>.</param>
/// <param name="BotId">The bot's id on the channel (<c>recipient.id</c> of what came in).</param>
/// <param name="UserId">The person's id on the channel (<c>from.id</c>); empty where it is not one person's, or not known yet.</param>
/// <param name="TenantId">The tenant, where the channel has one.</param>
public sealed record ConversationReference(
    string ServiceUrl,
    string ConversationId,
    string ChannelId,
    string BotId,
    string UserId,
    string? TenantId
)
{
    /// <summary>The reference to where a turn came from; null when the activity doesn't say who the bot is there.</summary>
    public static ConversationReference? From(Turn turn) =>
        string.IsNullOrEmpty(turn.Activity.Recipient?.Id)
            ? null
            : new ConversationReference(
                turn.Activity.ServiceUrl!,
                turn.Activity.Conversation!.Id!,
                turn.Activity.ChannelId!,
                turn.Activity.Recipient.Id,
                turn.Activity.From!.Id!,
                turn.TenantId
            );
}
