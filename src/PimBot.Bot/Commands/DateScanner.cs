using System.Collections.Frozen;
using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>A day found among tokens: "tomorrow", "monday", "29 March 2026", "March 29", "2026-03-29[T02:30[Z]]".</summary>
internal sealed record DateScanner(DayAsked? Day, int Next)
{
    private static readonly FrozenDictionary<string, int> Months = MonthNames.All;

    /// <summary>The time and offset of an ISO 8601 moment in one word.</summary>
    public TimeSpan? Time { get; private init; }

    public TimeSpan? Offset { get; private init; }

    public string? Fault { get; private init; }

    /// <summary>"tonight".</summary>
    public bool IsEvening { get; private init; }

    /// <summary>"sat", "sun" and "3/4" are days only beside a time.</summary>
    public bool NeedsTime { get; private init; }

    public static DateScanner? Scan(TypedText typed, int at)
    {
        if (typed.IsBreak(at) || typed.Tokens[at].Key is not { Length: > 0 } key)
        {
            return null;
        }

        return Named(typed, key, at) ?? Date(typed, key, at);
    }

    private static DateScanner? Date(TypedText typed, string key, int at) =>
        Iso(key, at) ?? Numeric(key, at) ?? DayAndMonth(typed, at) ?? MonthAndDay(typed, at);

    /// <summary>"monday", or "monday 9 March".</summary>
    private static DateScanner? OfWeek(TypedText typed, string key, int at)
    {
        if (Weekday(key) is not { } weekday)
        {
            return null;
        }

        return
            !typed.IsBreak(at + 1)
            && Date(typed, typed.Tokens[at + 1].Key, at + 1) is { Day: DayAsked.OnDate date } scanned
            ? scanned with
            {
                Day = date with { Weekday = weekday },
            }
            : new(new DayAsked.OnWeekday(weekday), at + 1) { NeedsTime = key.Length <= 5 };
    }

    private static DateScanner? Named(TypedText typed, string key, int at) =>
        key switch
        {
            "today" => new(new DayAsked.FromToday(0), at + 1),
            "tonight" => new(new DayAsked.FromToday(0), at + 1) { IsEvening = true },
            "tomorrow" or "tomorow" or "tommorow" or "tommorrow" or "tmrw" or "tmr" => new(
                new DayAsked.FromToday(1),
                at + 1
            ),
            "day" when IsDayAfterTomorrow(typed, at) => new(new DayAsked.FromToday(2), at + 3),
            _ => OfWeek(typed, key, at),
        };

    private static bool IsDayAfterTomorrow(TypedText typed, int at) =>
        at + 2 < typed.Tokens.Count && typed.Tokens[at + 1].Is("after") && typed.Tokens[at + 2].Is("tomorrow");

    private static DayOfWeek? Weekday(string key) =>
        key switch
        {
            "monday" or "mon" => DayOfWeek.Monday,
            "tuesday" or "tue" or "tues" => DayOfWeek.Tuesday,
            "wednesday" or "wed" => DayOfWeek.Wednesday,
            "thursday" or "thu" or "thur" or "thurs" => DayOfWeek.Thursday,
            "friday" or "fri" => DayOfWeek.Friday,
            "saturday" or "sat" => DayOfWeek.Saturday,
            "sunday" or "sun" => DayOfWeek.Sunday,
            _ => null,
        };

    private static DateScanner? Iso(string key, int at)
    {
        if (key.Length < 10 || key[4] != '-' || key[7] != '-')
        {
            return null;
        }

        if (Whole(key[..4]) is not { } year || Whole(key[5..7]) is not { } month || Whole(key[8..10]) is not { } day)
        {
            return null;
        }

        var date = new DateScanner(new DayAsked.OnDate(year, month, day), at + 1);
        return key.Length == 10 ? date
            : key[10] == 't' ? IsoTime(key, date)
            : null;
    }

    private static DateScanner? IsoTime(string key, DateScanner date)
    {
        var rest = key.AsSpan(11);
        var zoneAt = rest.IndexOfAny('z', '+', '-');
        var zone = zoneAt < 0 ? [] : rest[zoneAt..];
        var offset =
            zone.IsEmpty ? null
            : zone is "z" ? UtcOffset.Read("z")
            : UtcOffset.Signed(zone);
        var clock = TypedText.Of((zoneAt < 0 ? rest : rest[..zoneAt]).ToString());
        if ((offset is null && !zone.IsEmpty) || clock.Tokens.Count != 1)
        {
            return null;
        }

        return TimeOfDay.Scan(clock, 0, needsWord: true) is { } time
            ? date with
            {
                Time = time.Time ?? TimeSpan.Zero,
                Offset = offset?.Offset,
                Fault = time.Fault ?? offset?.Fault,
            }
            : null;
    }

    private static DateScanner? Numeric(string key, int at)
    {
        var slashed = key.Split('/');
        if (slashed.Length is 2 or 3 && slashed.All(part => part.Length is 1 or 2 or 4 && Whole(part) is not null))
        {
            return new(Day: null, at + 1) { Fault = TimeFaults.SlashDate, NeedsTime = true };
        }

        return
            key.Split('.') is [{ Length: <= 2 } d, { Length: <= 2 } m, { Length: 4 } y]
            && Whole(d) is { } day
            && Whole(m) is { } month
            && Whole(y) is { } year
            ? new(new DayAsked.OnDate(year, month, day), at + 1)
            : null;
    }

    private static DateScanner? DayAndMonth(TypedText typed, int at)
    {
        var next = at + 1;
        if (next < typed.Tokens.Count && typed.Tokens[next].Is("of"))
        {
            next++;
        }

        return
            DayNumber(typed.Tokens[at].Key) is { } day
            && next < typed.Tokens.Count
            && Months.TryGetValue(typed.Tokens[next].Key, out var month)
            ? WithYear(typed, day, month, next + 1)
            : null;
    }

    private static DateScanner? MonthAndDay(TypedText typed, int at) =>
        Months.TryGetValue(typed.Tokens[at].Key, out var month)
        && at + 1 < typed.Tokens.Count
        && DayNumber(typed.Tokens[at + 1].Key) is { } day
            ? WithYear(typed, day, month, at + 2)
            : null;

    private static DateScanner WithYear(TypedText typed, int day, int month, int next)
    {
        var year =
            next < typed.Tokens.Count && typed.Tokens[next].Key is { Length: 4 } key && Whole(key) is { } written
                ? written
                : (int?)null;
        return new(new DayAsked.OnDate(year, month, day), year is null ? next : next + 1);
    }

    private static int? DayNumber(string key)
    {
        var digits = key.Length > 2 && key[^2..] is "st" or "nd" or "rd" or "th" ? key[..^2] : key;
        return digits.Length is 1 or 2 ? Whole(digits) : null;
    }

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
