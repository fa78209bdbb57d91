using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>
/// Text for a place that clients read as Markdown and date functions. It is made either of our own words, which may use
/// Markdown, or of someone else's, which then shows letter for letter; there is no conversion from a plain string.
/// </summary>
[JsonConverter(typeof(CardTextConverter))]
public readonly record struct CardText
{
    /// <summary>Longest foreign text shown, in UTF-16 units, unless the caller says otherwise.</summary>
    public const int Longest = 500;

    private readonly string? value;

    private CardText(string value) => this.value = value;

    public string Value => value ?? "";

    /// <summary>Words of our own, as they are. Never with anything in it that came from outside.</summary>
    public static CardText Literal(string ownWords) => new(ownWords);

    /// <summary>Text from a person, a directory or another system: cleaned by <see cref="SafeText.Clean"/> and escaped.</summary>
    public static CardText Escaped(string? foreign, int max = Longest) =>
        new(MarkdownEscape.Of(SafeText.Clean(foreign, max)));

    /// <summary>An interpolated text: what is written is literal, what is filled in is escaped.</summary>
    public static CardText Of(CardTextInterpolation text) => new(text.Finish());

    public static CardText operator +(CardText left, CardText right) => new(left.Value + right.Value);

    public override string ToString() => Value;
}
