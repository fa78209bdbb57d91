using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>One message of a chat as it stands now.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="IsFromBot">False for what the person wrote.</param>
/// <param name="Activity">The whole activity as sent or last updated; do not change it.</param>
/// <param name="Card">The first Adaptive Card, or the one that an invoke's answer put in its place; null when there is none.</param>
/// <param name="UpdatedCount">How often the bot updated it; answers to clicks are not counted.</param>
/// <param name="IsDeleted">Whether the bot deleted it.</param>
/// <param name="ChangedAt">The channel's count of events when it was sent or last changed.</param>
public sealed record ChatMessage(
    string Id,
    bool IsFromBot,
    JsonObject Activity,
    JsonObject? Card,
    int UpdatedCount,
    bool IsDeleted,
    long ChangedAt
)
{
    /// <summary>The plain text; empty when it is a card alone.</summary>
    public string Text => Activity["text"]?.GetValue<string>() ?? "";

    internal static JsonObject? FirstCard(JsonObject activity) =>
        (activity["attachments"] as JsonArray)
            ?.OfType<JsonObject>()
            .Where(attachment =>
                attachment["contentType"] is JsonValue type
                && type.TryGetValue<string>(out var name)
                && name == "application/vnd.microsoft.card.adaptive"
            )
            .Select(attachment => attachment["content"])
            .OfType<JsonObject>()
            .FirstOrDefault();
}
