namespace PimBot.Channel.Cards;

/// <summary>Input.Date. Comes back as <c>yyyy-MM-dd</c>.</summary>
public sealed record InputDate : InputElement
{
    public DateOnly? Value { get; init; }

    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}
