using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Auth;

/// <summary>The tenant as an activity names it, in up to two places: <c>conversation.tenantId</c> and <c>channelData.tenant.id</c>.</summary>
internal readonly record struct ActivityTenants(string? OfConversation, string? OfChannelData)
{
    public string? TenantId => OfConversation ?? OfChannelData;

    /// <summary>Tenant ids are GUIDs, whose case doesn't count.</summary>
    public bool Agree =>
        OfConversation is null
        || OfChannelData is null
        || string.Equals(OfConversation, OfChannelData, StringComparison.OrdinalIgnoreCase);

    public static ActivityTenants Of(Activity activity) =>
        new(
            NullIfEmpty(activity.Conversation?.TenantId),
            NullIfEmpty(activity.ChannelData?.Object("tenant")?.Text("id"))
        );

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
