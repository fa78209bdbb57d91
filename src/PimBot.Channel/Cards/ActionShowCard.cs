namespace PimBot.Channel.Cards;

/// <summary>Action.ShowCard: unfolds a further part of the card.</summary>
public sealed record ActionShowCard : AdaptiveAction
{
    public required NestedCard Card { get; init; }
}
