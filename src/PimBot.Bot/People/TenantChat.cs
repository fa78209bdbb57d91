namespace PimBot.Bot.People;

/// <summary>Where a tenant's channel was last heard from.</summary>
/// <param name="ServiceUrl">Checked by the host guard at each use.</param>
/// <param name="ChannelId">Such as <c>msteams</c>.</param>
/// <param name="BotId">The bot's id there.</param>
/// <param name="TenantId">The tenant; null where the channel has none.</param>
/// <param name="SeenAt">When this was kept.</param>
internal sealed record TenantChat(
    string ServiceUrl,
    string ChannelId,
    string BotId,
    string? TenantId,
    DateTimeOffset SeenAt
);
