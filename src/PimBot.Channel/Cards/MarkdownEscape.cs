using System.Buffers;
using System.Text;

namespace PimBot.Channel.Cards;

/// <summary>Makes text show letter for letter in a place that is read as Markdown and as Adaptive Cards' date functions.</summary>
internal static class MarkdownEscape
{
    private const string AlwaysEscaped = @"\`*_[]{}<~|";
    private const string EscapedAtStart = "-+#>=";

    /// <param name="text">One line.</param>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsEscape(text, i))
            {
                result.Append('\\');
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    private static bool NeedsEscape(string text, int index) =>
        text[index] switch
        {
            var c when AlwaysEscaped.Contains(c) => true,
            var c when EscapedAtStart.Contains(c) => index == 0,
            '.' or ')' => index is > 0 and < 10 && text.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0,
            '&' => StartsEntity(text.AsSpan(index + 1)),
            _ => false,
        };

    /// <summary><c>&amp;amp;</c>, <c>&amp;#60;</c>: letters, digits and a semicolon.</summary>
    private static bool StartsEntity(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        return end > 0 && rest[..end].TrimStart('#').IndexOfAnyExcept(EntityCharacters) < 0;
    }

    private static readonly SearchValues<char> EntityCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );
}
