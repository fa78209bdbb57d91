using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PimBot.Domain.Activations;

/// <summary>Makes a person's words safe to keep and to show: no control, bidirectional or invisible characters, limited length.</summary>
public static class InertText
{
    // Letters, marks and symbols by category, of which nothing is seen: combining grapheme joiner, Hangul and Khmer
    // fillers, blank Braille pattern, variation selectors 1 to 16.
    private static readonly FrozenSet<int> Blanks = new[] { 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164 }
        .Append(0xFFA0)
        .Concat(Enumerable.Range(0xFE00, 16))
        .ToFrozenSet();

    /// <summary>Null when nothing readable is left. Line breaks become spaces; what is too long is cut, with an ellipsis.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">In UTF-16 code units; at least 1.</param>
    public static string? Clean(string? text, int longest)
    {
        if (text is null)
        {
            return null;
        }

        var kept = new StringBuilder(Math.Min(text.Length, longest + 1));
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control)
            {
                space = kept.Length > 0;
                continue;
            }

            if (IsInvisible(category) || Blanks.Contains(rune.Value) || rune == Rune.ReplacementChar)
            {
                continue;
            }

            kept.Append(space ? " " : "").Append(rune.ToString());
            space = false;
            if (kept.Length > longest)
            {
                return Cut(kept, longest);
            }
        }

        return kept.Length == 0 ? null : kept.ToString();
    }

    private static string Cut(StringBuilder text, int longest)
    {
        var length = longest - 1;
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return text.ToString(0, length) + "…";
    }

    private static bool IsInvisible(UnicodeCategory category) =>
        category
            is UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
