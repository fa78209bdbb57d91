using PimBot.Channel.Schema;

namespace PimBot.Channel.Connector;

/// <summary>The body of <c>POST /v3/conversations</c> for a 1:1 conversation.</summary>
internal sealed record NewConversation(
    bool IsGroup,
    ChannelAccount Bot,
    IReadOnlyList<ChannelAccount> Members,
    string? TenantId,
    NewConversation.TenantData? ChannelData
)
{
    public static NewConversation With(string bot, string member, string? tenant) =>
        new(
            false,
            new ChannelAccount { Id = bot },
            [new ChannelAccount { Id = member }],
            tenant,
            tenant is null ? null : new TenantData(new Identified(tenant))
        );

    internal sealed record TenantData(Identified Tenant);

    internal sealed record Identified(string Id);
}
