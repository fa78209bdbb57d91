using System.Text.Json.Nodes;

namespace PimBot.Channel.Schema;

/// <summary>Something attached to an activity; for PimBot nearly always one Adaptive Card.</summary>
public sealed record Attachment
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public required string ContentType { get; init; }

    /// <summary>A JSON value: an object for cards, a string for <c>text/html</c>.</summary>
    public JsonNode? Content { get; init; }

    public string? Name { get; init; }
}
