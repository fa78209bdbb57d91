using System.Text.Json;

namespace PimBot.Channel.Schema;

/// <summary>The conversation that an activity belongs to.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    /// <summary>A Boolean, or the text "True": clients differ.</summary>
    public JsonElement? IsGroup { get; init; }
}
