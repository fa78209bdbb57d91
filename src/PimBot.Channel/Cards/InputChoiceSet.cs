using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Input.ChoiceSet. Several chosen values come back as one text with commas, so no value may have one.</summary>
public sealed record InputChoiceSet : InputElement
{
    public required IReadOnlyList<InputChoice> Choices { get; init; }

    /// <summary>Where the client fetches further choices; null: nowhere.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Data { get; init; }

    public string? Value { get; init; }

    public bool? IsMultiSelect { get; init; }

    public ChoiceInputStyle? Style { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>True unless set.</summary>
    public bool Wrap { get; init; } = true;
}
