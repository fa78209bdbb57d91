using System.Buffers;
using System.Text;

namespace PimBot.Channel.Cards;

/// <summary>Makes text show letter for letter in a place that is read as Markdown and as Adaptive Cards' date functions.</summary>
internal static class MarkdownEscape
{
    private const string AlwaysEscaped = @"\`*_[]{}<~|";
    private const string EscapedAtStart = "-+#>=";

    private static readonly SearchValues<char> EntityCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    /// <param name="text">One line.</param>
    /// <param name="isLineStart">Whether it begins a line, where lists, headings and quotations begin too.</param>
    public static string Of(string text, bool isLineStart = true)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (AlwaysEscaped.Contains(text[i]) || StartsEntity(text, i) || (isLineStart && StartsBlock(text, i)))
            {
                result.Append('\\');
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    private static bool StartsBlock(string text, int index) =>
        text[index] is '.' or ')'
            ? index is > 0 and < 10 && text.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0
            : index == 0 && EscapedAtStart.Contains(text[index]);

    /// <summary><c>&amp;amp;</c>, <c>&amp;#60;</c>: letters, digits and a semicolon.</summary>
    private static bool StartsEntity(string text, int index)
    {
        var end = text[index] == '&' ? text.IndexOf(';', index) : -1;
        return end > index + 1
            && text.AsSpan(index + 1, end - index - 1).TrimStart('#').IndexOfAnyExcept(EntityCharacters) < 0;
    }
}
