using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PimBot.Channel.Cards;

/// <summary>Builds the text of <see cref="CardText.Of"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct CardTextInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string value) => text.Append(value);

    /// <summary>Already a card text: neither literal nor escaped again.</summary>
    public void AppendFormatted(CardText value) => text.Append(value.Value);

    public void AppendFormatted(string? value) =>
        text.Append(MarkdownEscape.Of(SafeText.Clean(value, CardText.Longest), isLineStart: text.Length == 0));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    internal string Finish() => text.ToString();
}
