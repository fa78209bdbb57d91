namespace PimBot.Channel.Connector;

/// <summary>A 1:1 conversation that is to be opened with somebody who never spoke to the bot.</summary>
/// <param name="ServiceUrl">The newest known connector of the person's tenant; checked by the host guard.</param>
/// <param name="ChannelId">Such as <c>msteams</c>.</param>
/// <param name="BotId">The bot's id on the channel.</param>
/// <param name="MemberId">The person's id on the channel; in Teams the directory's object id serves, too.</param>
/// <param name="TenantId">The tenant; Teams demands it.</param>
public sealed record ConversationOpening(
    string ServiceUrl,
    string ChannelId,
    string BotId,
    string MemberId,
    string? TenantId
)
{
    /// <summary>The person's own id on the channel is not known before they are heard from.</summary>
    internal ConversationReference At(string conversation, string serviceUrl) =>
        new(serviceUrl, conversation, ChannelId, BotId, "", TenantId);
}
