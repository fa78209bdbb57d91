using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PimBot.Bot.Commands;

/// <summary>Cuts a <see cref="CleanText.WellFormed"/> text into tokens. One pass; every quote is looked for once.</summary>
internal sealed class Tokenizer
{
    private const int LongestKey = 64;

    /// <summary>A full stop after these doesn't end a sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create([
        "adm",
        "no",
        "nr",
        "min",
        "mins",
        "hr",
        "hrs",
        "h",
        "approx",
        "ca",
        "a.m",
        "p.m",
        "e.g",
        "i.e",
        "incl",
    ]);

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Tokenizer(string text) => _text = text;

    public static IReadOnlyList<Token> Cut(string text)
    {
        var cut = new Tokenizer(text);
        cut.SkipMentions();
        while (cut._at < text.Length)
        {
            cut.Next();
        }

        return cut._tokens;
    }

    /// <summary>Teams writes the bot's mention as <c>&lt;at&gt;name&lt;/at&gt;</c> before what was typed.</summary>
    private void SkipMentions()
    {
        const int longestName = 200;
        while (true)
        {
            var rest = _text.AsSpan(_at);
            var trimmed = rest.TrimStart();
            if (!trimmed.StartsWith("<at>", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            var near = trimmed[..Math.Min(trimmed.Length, longestName)];
            var end = near.IndexOf("</at>", StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                return;
            }

            _at += rest.Length - trimmed.Length + end + "</at>".Length;
        }
    }

    private void Next()
    {
        var c = _text[_at];
        if (c is '\n' or ',' or ';')
        {
            AddBreak(_at);
            _at++;
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (ClosingQuote(_at) is { } end)
        {
            _tokens.Add(new Token(TokenKind.Quoted, _at + 1, end, _at, end + 1, "", IsLabel: false));
            _at = end + 1;
        }
        else
        {
            AddWord(_at, WordEnd(_at));
        }
    }

    private void AddBreak(int at) => _tokens.Add(new Token(TokenKind.Break, at, at, at, at, "", IsLabel: false));

    private int? ClosingQuote(int open)
    {
        var closing = _text[open] switch
        {
            '"' => "\"",
            '“' => "”\"",
            '„' => "“”",
            '«' => "»",
            '‘' => "’",
            '\'' => "'",
            _ => null,
        };
        if (closing is null)
        {
            return null;
        }

        var found = _text.AsSpan(open + 1).IndexOfAny(closing);
        var end = open + 1 + found;
        // An apostrophe inside a word ('don't') closes nothing.
        return found <= 0 || (end + 1 < _text.Length && char.IsLetterOrDigit(_text[end + 1])) ? null : end;
    }

    private int WordEnd(int start)
    {
        var at = start + 1;
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && !EndsWord(start, at))
        {
            at++;
        }

        return at;
    }

    private bool EndsWord(int start, int at)
    {
        var (before, c) = (_text[at - 1], _text[at]);
        return c switch
        {
            ';' => true,
            ',' => !(char.IsAsciiDigit(before) && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1])),
            _ => before is ':' or '='
                && (char.IsLetterOrDigit(c) || c is '#' or '-' or '"' or '“')
                && IsAllLetters(start, at - 1),
        };
    }

    private bool IsAllLetters(int from, int to)
    {
        var word = _text.AsSpan(from..to);
        return !word.IsEmpty && !word.ContainsAnyExcept(AsciiLetters);
    }

    private void AddWord(int outerStart, int outerEnd)
    {
        _at = outerEnd;
        var (start, end) = TrimPunctuation(outerStart, outerEnd);
        if (start == end)
        {
            if (outerEnd - outerStart == 1 && _text[outerStart] is '-' or '–' or '—' or '|' or '/')
            {
                AddBreak(outerStart);
            }

            return;
        }

        var key = end - start > LongestKey ? "" : CleanText.Fold(_text.AsSpan(start..end));
        var after = _text.AsSpan(end..outerEnd);
        _tokens.Add(new Token(TokenKind.Word, start, end, outerStart, outerEnd, key, after.IndexOfAny(':', '=') >= 0));
        if (after.IndexOfAny('.', '!', '?') >= 0 && !Abbreviations.Contains(key))
        {
            AddBreak(outerEnd);
        }
    }

    private (int Start, int End) TrimPunctuation(int start, int end)
    {
        while (start < end && Rune.TryGetRuneAt(_text, start, out var first) && !BelongsToWord(first, isFirst: true))
        {
            start += first.Utf16SequenceLength;
        }

        while (end > start)
        {
            Rune.DecodeLastFromUtf16(_text.AsSpan(start..end), out var last, out var length);
            if (BelongsToWord(last, isFirst: false))
            {
                break;
            }

            end -= length;
        }

        return IsOnlySign(start, end) ? (start, start) : (start, end);
    }

    private bool IsOnlySign(int start, int end) => _text.AsSpan(start..end).Trim("#-−").IsEmpty;

    private static bool BelongsToWord(Rune rune, bool isFirst) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.IsNumber(rune)
        || (isFirst ? rune.Value is '#' or '-' or '−' : IsMark(rune))
        || rune.Value == 0xFFFD;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
