using PimBot.Channel.Schema;

namespace PimBot.Playground.Channel;

/// <summary>The body of <c>POST /v3/conversations</c>, as far as a personal chat needs it.</summary>
internal sealed record NewConversation(bool? IsGroup, IReadOnlyList<ChannelAccount>? Members, string? TenantId);
