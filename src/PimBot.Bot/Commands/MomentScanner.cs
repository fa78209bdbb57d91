namespace PimBot.Bot.Commands;

/// <summary>
/// Finds a moment that begins at a token: "17:00", "5pm", "tomorrow 9:00", "monday at 8:30", "29 March 9:00",
/// "2026-03-29T02:30+01:00", "in 2 hours", "noon", "now". Looks at a fixed number of tokens.
/// </summary>
internal sealed class MomentScanner
{
    private readonly TypedText _typed;
    private readonly bool _opened;
    private int _at;
    private MomentAsked _asked = new();
    private bool _afterNoon;

    private MomentScanner(TypedText typed, int from, bool opened)
    {
        _typed = typed;
        _at = from;
        _opened = opened;
    }

    /// <summary>Null when no moment begins at <paramref name="from"/>; a faulty one ("25:00") is found.</summary>
    /// <param name="opened">A word before it says that a time follows, so an hour alone will do.</param>
    public static ScannedMoment? Scan(TypedText typed, int from, bool opened)
    {
        var scanner = new MomentScanner(typed, from, opened);
        return scanner.Relative() ?? scanner.Absolute();
    }

    private ScannedMoment? Relative()
    {
        var tokens = _typed.Tokens;
        var start = Peek("right") ? _at + 1 : _at;
        if (
            start < tokens.Count
            && tokens[start].Kind == TokenKind.Word
            && tokens[start].Key is "now" or "immediately" or "asap"
        )
        {
            return new(new MomentAsked { IsNow = true }, start + 1);
        }

        if (!Peek("in"))
        {
            return null;
        }

        return DurationScanner.Scan(tokens, Openers.SkipDuration(tokens, _at + 1), DurationForms.WithUnits) switch
        {
            { Reading: DurationReading.Understood understood } scanned => new(
                new MomentAsked { In = understood.Duration },
                scanned.Next
            ),
            { Reading: DurationReading.Refused refused } scanned => new(
                new MomentAsked { Fault = refused.Fault },
                scanned.Next
            ),
            _ => null,
        };
    }

    private ScannedMoment? Absolute()
    {
        var dayFirst = Day();
        var timed = Time(needsWord: !_opened && !dayFirst);
        if (timed)
        {
            PartOfDay();
            Offset();
            if (!dayFirst && _asked.Day is null && Day())
            {
                PartOfDay();
            }
        }

        if (!timed && !dayFirst)
        {
            return null;
        }

        if (_afterNoon && _asked.Time is { TotalHours: < 12 } morning)
        {
            _asked = _asked with { Time = morning + TimeSpan.FromHours(12), IsBareHour = false };
        }

        var fault = _asked.Fault ?? (_asked.Time is null ? TimeFaults.TimeMissing : null);
        return new(_asked with { Fault = fault }, _at);
    }

    private bool Day()
    {
        var start = _at;
        while (Peek("on") || Peek("the") || Peek("this") || Peek("next") || Peek("coming"))
        {
            if (_at - start == 2)
            {
                break;
            }

            _at++;
        }

        if (DateScanner.Scan(_typed, _at) is not { } scanned)
        {
            _at = start;
            return false;
        }

        if (scanned.NeedsTime && !_opened && TimeOfDay.Scan(_typed, scanned.Next, needsWord: true) is null)
        {
            _at = start;
            return false;
        }

        _at = scanned.Next;
        _afterNoon = scanned.IsEvening;
        _asked = _asked with
        {
            Day = scanned.Day,
            Time = scanned.Time ?? _asked.Time,
            Offset = scanned.Offset ?? _asked.Offset,
            Fault = _asked.Fault ?? scanned.Fault,
        };
        PartOfDay();
        return true;
    }

    private bool Time(bool needsWord)
    {
        if (_asked.Time is not null)
        {
            return true;
        }

        var start = _at;
        if (Peek("at") || Peek("around") || Peek("about") || Peek("by") || (_asked.Day is not null && Peek("from")))
        {
            _at++;
            needsWord = false;
        }

        if (TimeOfDay.Scan(_typed, _at, needsWord) is not { } scanned)
        {
            _at = start;
            return false;
        }

        _at = scanned.Next;
        _asked = _asked with
        {
            Time = scanned.Time,
            IsBareHour = scanned.IsBareHour && _asked.Day is null,
            Fault = _asked.Fault ?? scanned.Fault,
        };
        return true;
    }

    /// <summary>"morning", "in the afternoon", "evening": tells the half of the day, not the time.</summary>
    private void PartOfDay()
    {
        var at = _at;
        if (Peek("in") && at + 1 < _typed.Tokens.Count && _typed.Tokens[at + 1].Is("the"))
        {
            at += 2;
        }

        if (at >= _typed.Tokens.Count)
        {
            return;
        }

        switch (_typed.Tokens[at].Key)
        {
            case "afternoon" or "evening" or "night":
                _afterNoon = true;
                _at = at + 1;
                break;
            case "morning":
                _asked = _asked with { IsBareHour = false };
                _at = at + 1;
                break;
        }
    }

    private void Offset()
    {
        if (_at < _typed.Tokens.Count && UtcOffset.Read(_typed.Tokens[_at].Key) is { } read)
        {
            _at++;
            _asked = _asked with { Offset = read.Offset, Fault = _asked.Fault ?? read.Fault };
        }
    }

    private bool Peek(string key) => _at < _typed.Tokens.Count && _typed.Tokens[_at].Is(key);
}
