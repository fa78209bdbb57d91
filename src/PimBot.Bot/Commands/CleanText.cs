using System.Globalization;
using System.Text;

namespace PimBot.Bot.Commands;

/// <summary>Turns any string into one that is well-formed Unicode, without control characters.</summary>
internal static class CleanText
{
    /// <summary>
    /// Lone surrogates and noncharacters become U+FFFD, control characters a space, every line separator a line feed.
    /// The length doesn't change. Invisible characters stay, so that <see cref="RoleNames"/> can refuse them.
    /// </summary>
    public static string WellFormed(string text)
    {
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            if (char.IsHighSurrogate(c) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1]))
            {
                i++;
                continue;
            }

            clean[i] = c switch
            {
                '\n' or '\u0085' or '\u2028' or '\u2029' => '\n',
                '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => '\uFFFD',
                _ when char.IsControl(c) => ' ',
                _ when char.IsSurrogate(c) => '\uFFFD',
                _ => c,
            };
        }

        return new string(clean);
    }

    /// <summary>
    /// Prose that is safe to keep: no direction marks or other invisible characters (but for the joiners that some
    /// scripts and emoji need), one space between words.
    /// </summary>
    public static string Prose(ReadOnlySpan<char> text)
    {
        var prose = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (prose.Length > 0 && prose[^1] != ' ')
                {
                    prose.Append(' ');
                }
            }
            else if (rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                prose.Append(rune);
            }
        }

        return prose.ToString().TrimEnd(' ', ',', ';', ':', '.', '!').TrimStart(' ', ',', ';', ':', '.', '!');
    }

    /// <summary>
    /// The word for comparing: lower case, no diacritics, full-width letters and digits as ASCII, one kind of
    /// apostrophe and hyphen. Compatibility forms such as superscripts stay apart: <c>2²</c> must not become 22.
    /// </summary>
    /// <param name="wellFormed">Taken from a <see cref="WellFormed"/> text.</param>
    public static string Fold(ReadOnlySpan<char> wellFormed)
    {
        var folded = new StringBuilder(wellFormed.Length);
        foreach (var c in wellFormed.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(
                c switch
                {
                    >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
                    '\u2018' or '\u2019' or '\u02BC' => '\'',
                    '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                    _ => char.ToLowerInvariant(c),
                }
            );
        }

        return folded.ToString();
    }
}
