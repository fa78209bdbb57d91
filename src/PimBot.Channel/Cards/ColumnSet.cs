namespace PimBot.Channel.Cards;

/// <summary>Elements side by side.</summary>
public sealed record ColumnSet : AdaptiveElement
{
    public required IReadOnlyList<Column> Columns { get; init; }

    public ContainerStyle? Style { get; init; }
}
