using System.Collections.Frozen;
using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>Cuts tokens such as <c>1h30</c>, <c>2½</c> or <c>90min</c> into numbers and letters.</summary>
internal static class DurationLexer
{
    /// <summary>More than any duration needs; keeps every scan short.</summary>
    private const int MostTokens = 14;
    private const int MostDigits = 20;

    /// <summary>Stands for a number too large to hold; larger than any limit in any unit.</summary>
    private const decimal Huge = 1_000_000_000m;

    private static readonly FrozenDictionary<string, decimal> NumberWords = Numbers();

    public static List<DurationLexeme> Lex(IReadOnlyList<Token> tokens, int from)
    {
        var lexemes = new List<DurationLexeme>();
        for (var i = from; i < tokens.Count && i < from + MostTokens && tokens[i].Kind == TokenKind.Word; i++)
        {
            var before = lexemes.Count;
            LexToken(tokens[i].Key, i, lexemes);
            if (lexemes.Count == before)
            {
                break;
            }

            lexemes[^1] = lexemes[^1] with { EndsToken = true };
        }

        return lexemes;
    }

    /// <summary>The value of a token that is a number and nothing else, in digits or words.</summary>
    public static decimal? Number(Token token)
    {
        var lexemes = Lex([token], 0);
        return lexemes switch
        {
            [{ Number: { } number }] => number,
            [{ Text: "-" }, { Number: { } number }] => -number,
            [{ Number: { } tens }, { Number: { } ones }] when IsCompound(tens, ones, lexemes[1]) => tens + ones,
            _ => null,
        };
    }

    /// <summary>Whether two number words make one, as twenty and five do.</summary>
    public static bool IsCompound(decimal tens, decimal ones, DurationLexeme second) =>
        tens is >= 20 and <= 90 && tens % 10 == 0 && ones is >= 1 and <= 9 && NumberWords.ContainsKey(second.Text);

    private static void LexToken(string key, int token, List<DurationLexeme> into)
    {
        var at = 0;
        while (at < key.Length)
        {
            var start = at;
            if (char.IsAsciiDigit(key[at]) || Fraction(key[at]) is not null)
            {
                into.Add(LexNumber(key, ref at, token));
            }
            else if (char.IsLetter(key[at]))
            {
                while (at < key.Length && char.IsLetter(key[at]))
                {
                    at++;
                }

                var word = key[start..at];
                into.Add(new(NumberWords.TryGetValue(word, out var n) ? n : null, word, token, EndsToken: false));
            }
            else
            {
                at++;
                if (key[start] != '-' || start == 0)
                {
                    into.Add(new(null, key[start..at], token, EndsToken: false));
                }
            }
        }
    }

    private static DurationLexeme LexNumber(string key, ref int at, int token)
    {
        var start = at;
        while (at < key.Length && (char.IsAsciiDigit(key[at]) || IsPoint(key, at)))
        {
            at++;
        }

        var digits = key[start..at];
        var value = digits.Length == 0 ? 0 : Value(digits);
        if (at < key.Length && Fraction(key[at]) is { } fraction)
        {
            value += fraction;
            at++;
        }

        return new(value, digits, token, EndsToken: false);
    }

    private static bool IsPoint(string key, int at) =>
        key[at] is '.' or ','
        && at + 1 < key.Length
        && char.IsAsciiDigit(key[at + 1])
        && !(key[at] == ',' && IsThousands(key, at));

    /// <summary>"1,000 hours" is neither one nor surely a thousand, so it is left unread.</summary>
    private static bool IsThousands(string key, int comma)
    {
        var digits = 0;
        while (comma + 1 + digits < key.Length && char.IsAsciiDigit(key[comma + 1 + digits]))
        {
            digits++;
        }

        return digits == 3;
    }

    private static decimal Value(string digits)
    {
        var plain = digits.Replace(',', '.');
        return
            plain.Length <= MostDigits
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value < Huge
            ? value
            : Huge;
    }

    private static decimal? Fraction(char c) =>
        c switch
        {
            '½' => 0.5m,
            '¼' => 0.25m,
            '¾' => 0.75m,
            _ => null,
        };

    private static FrozenDictionary<string, decimal> Numbers()
    {
        string[] ones =
        [
            .. "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".Split(
                ' '
            ),
            .. "sixteen seventeen eighteen nineteen".Split(' '),
        ];
        string[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
        var numbers = ones.Select((word, i) => (word, (decimal)i))
            .Concat(tens.Select((word, i) => (word, (i + 2) * 10m)))
            .Append(("fourty", 40m));
        return numbers.ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }
}
