namespace PimBot.Channel.Cards;

/// <summary>Names and values in two columns.</summary>
public sealed record FactSet : AdaptiveElement
{
    public required IReadOnlyList<Fact> Facts { get; init; }
}
