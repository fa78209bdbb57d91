using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Cards;

/// <summary>
/// An Adaptive Card of version 1.5, the highest that Teams takes. Keep the message that carries it within 80 KB as UTF-16
/// (the platform answers 413 <c>MessageSizeTooBig</c> above about 100 KB), ids unique, and send it without a text, or the
/// platform may split the message and return no id to update it by.
/// </summary>
public sealed record AdaptiveCard
{
    [JsonPropertyOrder(-9)]
    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema"), JsonPropertyOrder(-8)]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-7)]
    public string Version => "1.5";

    /// <summary>What a client that cannot show the card shows instead; it reads Markdown.</summary>
    [JsonPropertyOrder(-6)]
    public required CardText FallbackText { get; init; }

    public CardRefresh? Refresh { get; init; }

    public required IReadOnlyList<AdaptiveElement> Body { get; init; }

    /// <summary>At most 6 are shown.</summary>
    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }

    /// <summary>Language of the card, such as <c>en</c>; for screen readers.</summary>
    public string? Lang { get; init; }

    /// <summary>Uses the whole width of the Teams window.</summary>
    [JsonIgnore]
    public bool IsFullWidth { get; init; }

    [JsonInclude, JsonPropertyName("msteams"), JsonPropertyOrder(9)]
    internal TeamsCardOptions? Teams => IsFullWidth ? new TeamsCardOptions("Full") : null;

    /// <summary>The same card gives the same text: members in a fixed order, type first, nulls left out.</summary>
    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, CardJson.Options)!;

    /// <summary>The card as it is attached to an activity.</summary>
    public Attachment ToAttachment() => new() { ContentType = Attachment.AdaptiveCardType, Content = ToJson() };
}
