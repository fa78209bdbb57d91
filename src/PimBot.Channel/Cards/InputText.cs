namespace PimBot.Channel.Cards;

/// <summary>Input.Text.</summary>
public sealed record InputText : InputElement
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }

    /// <summary>In characters; a hint to the client.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression; a hint to the client.</summary>
    public string? Regex { get; init; }

    public TextInputStyle? Style { get; init; }
}
