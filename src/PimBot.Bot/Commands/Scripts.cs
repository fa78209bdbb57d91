using System.Globalization;
using System.Text;

namespace PimBot.Bot.Commands;

/// <summary>
/// Tells whether a name may look like another than it is: invisible characters, or letters of scripts that look like
/// Latin beside Latin ones. Such a text names no role.
/// </summary>
internal static class Scripts
{
    /// <summary>Byte order marks and direction marks around a pasted text are harmless.</summary>
    public static string TrimInvisible(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsEdge(text[from]))
        {
            from++;
        }

        while (to > from && IsEdge(text[to - 1]))
        {
            to--;
        }

        return text[from..to];
    }

    public static bool HidesCharacters(string text)
    {
        var (latin, lookalike) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                return true;
            }

            latin |= IsLatin(rune.Value);
            lookalike |= LooksLikeLatin(rune.Value);
        }

        return latin && lookalike;
    }

    private static bool IsEdge(char c) =>
        char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>Format and control characters, and letters and marks that draw nothing.</summary>
    private static bool IsInvisible(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune))
        || rune.Value
            is 0xFFFD
                or 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or 0x3164
                or 0xFFA0
                or (>= 0x180B and <= 0x180F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsLatin(int c) =>
        c
            is (>= 'A' and <= 'Z')
                or (>= 'a' and <= 'z')
                or (>= 0xC0 and <= 0x24F)
                or (>= 0x1E00 and <= 0x1EFF)
                or (>= 0xFF21 and <= 0xFF5A);

    /// <summary>Latin-like letters: phonetic extensions, Greek, Coptic, Cyrillic, Armenian, Georgian, Cherokee, Lisu and others.</summary>
    private static bool LooksLikeLatin(int c) =>
        c
            is (>= 0x250 and <= 0x2AF)
                or (>= 0x370 and <= 0x58F)
                or (>= 0x10A0 and <= 0x10FF)
                or (>= 0x13A0 and <= 0x167F)
                or (>= 0x1C80 and <= 0x1CBF)
                or (>= 0x1D00 and <= 0x1DBF)
                or (>= 0x1F00 and <= 0x1FFF)
                or (>= 0x2C60 and <= 0x2DFF)
                or (>= 0xA4D0 and <= 0xA4FF)
                or (>= 0xA640 and <= 0xA7FF)
                or (>= 0xAB30 and <= 0xABBF)
                or (>= 0x10280 and <= 0x1057F);
}
