namespace PimBot.Channel.Cards;

/// <summary>Input.Number.</summary>
public sealed record InputNumber : InputElement
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Placeholder { get; init; }
}
