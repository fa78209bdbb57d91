namespace PimBot.Channel.Cards;

/// <summary>Buttons within the body.</summary>
public sealed record ActionSet : AdaptiveElement
{
    /// <summary>At most 6.</summary>
    public required IReadOnlyList<AdaptiveAction> Actions { get; init; }
}
