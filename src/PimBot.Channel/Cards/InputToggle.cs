namespace PimBot.Channel.Cards;

/// <summary>Input.Toggle. Comes back as <see cref="ValueOn"/> or <see cref="ValueOff"/>.</summary>
public sealed record InputToggle : InputElement
{
    /// <summary>Plain text beside the switch.</summary>
    public required string Title { get; init; }

    public string? Value { get; init; }

    public string ValueOn { get; init; } = "true";

    public string ValueOff { get; init; } = "false";

    /// <summary>True unless set.</summary>
    public bool Wrap { get; init; } = true;
}
