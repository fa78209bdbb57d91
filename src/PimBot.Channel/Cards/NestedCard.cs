using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>What an <see cref="ActionShowCard"/> unfolds.</summary>
public sealed record NestedCard
{
    [JsonPropertyOrder(-3)]
    public string Type => "AdaptiveCard";

    public required IReadOnlyList<AdaptiveElement> Body { get; init; }

    /// <summary>At most 6.</summary>
    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }
}
