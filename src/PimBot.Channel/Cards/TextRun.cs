using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>A piece of a <see cref="RichTextBlock"/>. Inert: shown letter for letter. Text of people goes through <see cref="SafeText"/> first.</summary>
public sealed record TextRun
{
    [JsonPropertyOrder(-3)]
    public string Type => "TextRun";

    public required string Text { get; init; }

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public FontType? FontType { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Italic { get; init; }

    public bool? Strikethrough { get; init; }
}
