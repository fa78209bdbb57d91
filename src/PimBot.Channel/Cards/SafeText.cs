using System.Globalization;
using System.Text;

namespace PimBot.Channel.Cards;

/// <summary>Makes text from people and directories fit to be shown: it is what it looks like, and as long as it may be.</summary>
public static class SafeText
{
    private const char Ellipsis = '…';

    /// <summary>
    /// Without control, bidirectional, zero-width and other invisible characters and half surrogate pairs; white space of
    /// any kind becomes one space per character; trimmed; cut to <paramref name="max"/> UTF-16 units, the last of which is
    /// then an ellipsis.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="max"/> is below 1.</exception>
    public static string Clean(string? text, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var stripped = Strip(text ?? "").Trim();
        return stripped.Length <= max ? stripped : Cut(stripped, max - 1).TrimEnd() + Ellipsis;
    }

    /// <summary>The first <paramref name="max"/> units, or one fewer where that would halve a surrogate pair.</summary>
    internal static string Cut(string text, int max) =>
        text.Length <= max ? text
        : max > 0 && char.IsHighSurrogate(text[max - 1]) ? text[..(max - 1)]
        : text[..max];

    internal static string Strip(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                continue;
            }

            i += rune.Utf16SequenceLength - 1;
            if (Rune.IsWhiteSpace(rune))
            {
                result.Append(' ');
            }
            else if (IsVisible(rune))
            {
                result.Append(rune.ToString());
            }
        }

        return result.ToString();
    }

    /// <summary>Format characters are the bidirectional, zero-width and tag characters; the others listed look like nothing.</summary>
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0);
}
