namespace PimBot.Bot.Commands;

/// <summary>
/// Finds a duration that begins at a token. Looks at a fixed number of tokens and never goes back further than one
/// part, so it takes constant time.
/// </summary>
internal sealed class DurationScanner
{
    private readonly DurationCursor _cursor;
    private decimal _minutes;
    private string? _fault;

    private DurationScanner(IReadOnlyList<DurationLexeme> lexemes) => _cursor = new DurationCursor(lexemes);

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
            _cursor.Lexemes
                is not [{ Number: { } hours }, { Text: ":" }, { Number: { } minutes, Text.Length: 2 } second, ..]
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

        return _cursor.Lexemes is [_, _, _, { Text: ":" }, { Number: not null, EndsToken: true } seconds, ..]
            ? new(Fault(TimeFaults.WholeMinutes), seconds.Token + 1)
            : null;
    }

    private static DurationReading.Refused Fault(string words) => new(words);

    private ScannedDuration? Parts()
    {
        var negative = _cursor.Take("-") || _cursor.Take("minus");
        var next = -1;
        while (Part())
        {
            if (!_cursor.Last.EndsToken)
            {
                continue;
            }

            next = _cursor.Last.Token + 1;
            _ = _cursor.Take("and") || _cursor.Take("&") || _cursor.Take("+");
        }

        if (next < 0 || (_cursor.At > 0 && next <= _cursor.Last.Token && !_cursor.Last.EndsToken))
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
        var start = _cursor.At;
        if (DurationQuantity.Read(_cursor) is not { } quantity || _cursor.Unit() is not { } unit)
        {
            _cursor.At = start;
            return false;
        }

        if (DurationQuantity.AndFraction(_cursor) is { } fraction)
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
            !_cursor.IsAtEnd
            && _cursor.Lexemes[_cursor.At] is { Number: >= 0 and < 60 and var minutes, EndsToken: true }
            && (!_cursor.Last.EndsToken || _cursor.At == _cursor.Lexemes.Count - 1)
        )
        {
            _minutes += minutes;
            _cursor.At++;
        }
    }
}
