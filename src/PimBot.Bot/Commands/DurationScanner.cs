namespace PimBot.Bot.Commands;

/// <summary>
/// Finds a duration that begins at a token. Looks at a fixed number of tokens and never goes back further than one
/// part, so it takes constant time.
/// </summary>
internal sealed class DurationScanner
{
    private readonly List<DurationLexeme> _lexemes;
    private int _at;
    private decimal _minutes;
    private string? _fault;

    private DurationScanner(List<DurationLexeme> lexemes) => _lexemes = lexemes;

    /// <summary>Null when no duration begins at <paramref name="from"/>; a faulty one ("0 minutes") is found.</summary>
    public static ScannedDuration? Scan(IReadOnlyList<Token> tokens, int from, DurationForms forms)
    {
        if (from >= tokens.Count || tokens[from].Kind != TokenKind.Word)
        {
            return null;
        }

        if (IsoDuration.Read(tokens[from].Key) is { } iso)
        {
            return new(iso, from + 1);
        }

        var scanner = new DurationScanner(DurationLexer.Lex(tokens, from));
        return (forms == DurationForms.All ? scanner.Clock() : null) ?? scanner.Parts();
    }

    private ScannedDuration? Clock()
    {
        if (
            _lexemes is not [{ Number: { } hours }, { Text: ":" }, { Number: { } minutes, Text.Length: 2 } second, ..]
            || hours >= 1_000
            || hours != decimal.Truncate(hours)
        )
        {
            return null;
        }

        if (second.EndsToken)
        {
            return new(
                minutes < 60 ? DurationText.FromMinutes((hours * 60) + minutes) : Fault(TimeFaults.NoSuchTime),
                second.Token + 1
            );
        }

        return _lexemes is [_, _, _, { Text: ":" }, { Number: not null, EndsToken: true } seconds, ..]
            ? new(Fault(TimeFaults.WholeMinutes), seconds.Token + 1)
            : null;
    }

    private static DurationReading.Refused Fault(string words) => new(words);

    private ScannedDuration? Parts()
    {
        var negative = Take("-") || Take("minus");
        var next = -1;
        while (Part())
        {
            if (!_lexemes[_at - 1].EndsToken)
            {
                continue;
            }

            next = _lexemes[_at - 1].Token + 1;
            _ = Take("and") || Take("&") || Take("+");
        }

        if (next < 0 || (_at > 0 && next <= _lexemes[_at - 1].Token && !_lexemes[_at - 1].EndsToken))
        {
            return null;
        }

        if (_fault is not null)
        {
            return new(Fault(_fault), next);
        }

        return new(DurationText.FromMinutes(negative ? -_minutes : _minutes), next);
    }

    /// <summary>A quantity with its unit: "2 hours", "an hour and a half", "three quarters of an hour".</summary>
    private bool Part()
    {
        var start = _at;
        if (Quantity() is not { } quantity || Unit() is not { } unit)
        {
            _at = start;
            return false;
        }

        if (AndFraction() is { } fraction)
        {
            quantity += fraction;
        }

        _fault ??= unit.Fault;
        _minutes += quantity * unit.Minutes;
        if (unit.Minutes == 60)
        {
            TrailingMinutes();
        }

        return true;
    }

    /// <summary>The 30 of <c>1h30</c>; also of <c>1h 30</c> where nothing follows.</summary>
    private void TrailingMinutes()
    {
        if (
            _at < _lexemes.Count
            && _lexemes[_at] is { Number: >= 0 and < 60 and var minutes, EndsToken: true }
            && (!_lexemes[_at - 1].EndsToken || _at == _lexemes.Count - 1)
        )
        {
            _minutes += minutes;
            _at++;
        }
    }

    private decimal? Quantity()
    {
        if (Take("half"))
        {
            _ = Take("of");
            _ = Take("an") || Take("a");
            return 0.5m;
        }

        if (Take("a") || Take("an"))
        {
            return AfterArticle();
        }

        if (Take("another") || TakeExtra())
        {
            return Number() ?? 1;
        }

        if (Peek("next") && Peek("hour", ahead: 1))
        {
            _at++;
            return 1;
        }

        if (Number() is not { } number)
        {
            return null;
        }

        if (QuarterOf())
        {
            return number * 0.25m;
        }

        number += AndFraction() ?? 0;
        _ = Take("more") || TakeExtra() || TakeWhole();
        return number;
    }

    private decimal AfterArticle()
    {
        if (Take("half"))
        {
            return 0.5m;
        }

        if (QuarterOf())
        {
            return 0.25m;
        }

        if (Take("couple"))
        {
            _ = Take("of");
            return 2;
        }

        _ = TakeExtra() || TakeWhole();
        return Number() ?? 1;
    }

    private bool TakeExtra() => Take("extra") || Take("additional") || Take("further");

    private bool TakeWhole() => Take("full") || Take("whole");

    private bool QuarterOf()
    {
        if (!Take("quarter") && !Take("quarters"))
        {
            return false;
        }

        _ = Take("of");
        _ = Take("an") || Take("a");
        return true;
    }

    private decimal? Number()
    {
        if (_at >= _lexemes.Count || _lexemes[_at].Number is not { } number)
        {
            return null;
        }

        _at++;
        if (
            _at < _lexemes.Count
            && _lexemes[_at].Number is { } ones
            && DurationLexer.IsCompound(number, ones, _lexemes[_at])
        )
        {
            _at++;
            return number + ones;
        }

        return number;
    }

    private decimal? AndFraction()
    {
        var start = _at;
        if (Take("and"))
        {
            var article = Take("a");
            if (Take("half"))
            {
                return 0.5m;
            }

            if (article && Take("quarter"))
            {
                return 0.25m;
            }
        }

        _at = start;
        return null;
    }

    private DurationUnit? Unit()
    {
        if (_at >= _lexemes.Count || DurationUnit.Of(_lexemes[_at].Text) is not { } unit)
        {
            return null;
        }

        _at++;
        return unit;
    }

    private bool Peek(string word, int ahead = 0) => _at + ahead < _lexemes.Count && _lexemes[_at + ahead].Text == word;

    private bool Take(string word)
    {
        if (!Peek(word))
        {
            return false;
        }

        _at++;
        return true;
    }
}
