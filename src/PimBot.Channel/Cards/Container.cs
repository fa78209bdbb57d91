namespace PimBot.Channel.Cards;

/// <summary>Elements that belong together.</summary>
public sealed record Container : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveElement> Items { get; init; }

    public ContainerStyle? Style { get; init; }

    /// <summary>Lets the background reach the card's edges.</summary>
    public bool? Bleed { get; init; }
}
