using System.Collections.Frozen;
using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>
/// A span of past time among tokens: "yesterday", "last week", "the last 30 days", "in October", "in 2025", "on Monday",
/// "on 5 October", "since 2026-10-01", "between 1 and 5 October", "until March". In the person's own time zone.
/// </summary>
internal static class PastSpanScanner
{
    private const int MostUnits = 10_000;
    private static readonly FrozenDictionary<string, int> Months = MonthNames.All;
    private static readonly FrozenSet<string> Within = Set("in on during within over throughout for at");
    private static readonly FrozenSet<string> Since = Set("since from after starting");
    private static readonly FrozenSet<string> Until = Set("until till til before to through");

    /// <summary>Null where no span begins at <paramref name="at"/>.</summary>
    public static ScannedSpan? Scan(TypedText typed, int at, TextContext context)
    {
        if (typed.IsBreak(at) || typed.Tokens[at].Kind is not TokenKind.Word)
        {
            return null;
        }

        var calendar = new PastCalendar(context);
        var (key, next) = (typed.Tokens[at].Key, SkipArticle(typed, at + 1));
        if (key == "between")
        {
            return Between(typed, next, calendar);
        }

        if (Since.Contains(key))
        {
            return Unit(typed, next, calendar, isOpened: true) is { } begin
                ? begin with
                {
                    Span = new PastSpan(key == "after" ? begin.Span.Until : begin.Span.From, null),
                }
                : null;
        }

        if (Until.Contains(key))
        {
            return Unit(typed, next, calendar, isOpened: true) is { } end
                ? end with
                {
                    Span = new PastSpan(null, key == "before" ? end.Span.From : end.Span.Until ?? end.Span.From),
                }
                : null;
        }

        return Within.Contains(key)
            ? Unit(typed, next, calendar, isOpened: true)
            : Unit(typed, SkipArticle(typed, at), calendar, isOpened: false);
    }

    private static ScannedSpan? Between(TypedText typed, int at, PastCalendar calendar)
    {
        // "between 1 and 5 October" leaves the first month out.
        if (
            Number(typed, at) is { } day
            && at + 1 < typed.Tokens.Count
            && typed.Tokens[at + 1].Is("and")
            && Unit(typed, at + 2, calendar, isOpened: true) is { Fault: null, Span.From: { } last } end
        )
        {
            var month = TimeZoneInfo.ConvertTime(last, TimeZoneInfo.Utc);
            var first = calendar.Newest(new DayAsked.OnDate(month.AddHours(12).Year, month.AddHours(12).Month, day));
            return first is { } begins
                ? new ScannedSpan(new PastSpan(calendar.Day(begins).From, end.Span.Until), end.Next)
                : end with
                {
                    Fault = NoSuchDay,
                };
        }

        if (
            Unit(typed, at, calendar, isOpened: true) is not { } from
            || from.Next >= typed.Tokens.Count
            || !typed.Tokens[from.Next].Is("and")
            || Unit(typed, SkipArticle(typed, from.Next + 1), calendar, isOpened: true) is not { } to
        )
        {
            return null;
        }

        return new ScannedSpan(new PastSpan(from.Span.From, to.Span.Until), to.Next, from.Fault ?? to.Fault);
    }

    private static ScannedSpan? Unit(TypedText typed, int at, PastCalendar calendar, bool isOpened)
    {
        if (typed.IsBreak(at) || typed.Tokens[at].Kind is not TokenKind.Word)
        {
            return null;
        }

        return typed.Tokens[at].Key switch
        {
            "yesterday" => new(calendar.Day(calendar.Today.AddDays(-1)), at + 1),
            "now" when isOpened => new(new PastSpan(calendar.Now, calendar.Now), at + 1),
            "this" or "current" => Named(typed, at + 1, calendar, back: 0),
            "last" or "previous" or "past" when Rolling(typed, at, calendar) is { } rolling => rolling,
            "last" or "previous" => Named(typed, at + 1, calendar, back: 1),
            _ => Month(typed, at, calendar, isOpened)
                ?? Date(typed, at, calendar)
                ?? YearAlone(typed, at, calendar, isOpened),
        };
    }

    /// <summary>"last 30 days"; "past week".</summary>
    private static ScannedSpan? Rolling(TypedText typed, int at, PastCalendar calendar)
    {
        var number = Number(typed, at + 1);
        var unit = number is null ? at + 1 : at + 2;
        if (unit >= typed.Tokens.Count || (number is null && typed.Tokens[at].Key != "past"))
        {
            return null;
        }

        var (count, now) = (number ?? 1, calendar.Now);
        if (count is < 1 or > MostUnits)
        {
            return new(new PastSpan(null, null), unit + 1, "Say a smaller number, such as “the last 30 days”.");
        }

        DateTimeOffset? from = typed.Tokens[unit].Key switch
        {
            "hour" or "hours" => now.AddHours(-count),
            "day" or "days" => now.AddDays(-count),
            "week" or "weeks" => now.AddDays(-7 * count),
            "month" or "months" => now.AddMonths(-count),
            "year" or "years" when count < 1000 => now.AddYears(-count),
            _ => null,
        };
        return from is null ? null : new(new PastSpan(from, now), unit + 1);
    }

    /// <summary>"this week", "last month", "last October", "last Monday".</summary>
    private static ScannedSpan? Named(TypedText typed, int at, PastCalendar calendar, int back)
    {
        if (typed.IsBreak(at))
        {
            return null;
        }

        var today = calendar.Today;
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-back);
        PastSpan? span = typed.Tokens[at].Key switch
        {
            "week" => calendar.Week(today.AddDays(-7 * back)),
            "month" => calendar.Month(month.Year, month.Month),
            "year" => calendar.Year(today.Year - back),
            "night" when back == 1 => calendar.Day(today.AddDays(-1)),
            var key when Months.TryGetValue(key, out var number) => calendar.NewestMonth(number),
            _ => null,
        };
        if (span is not null)
        {
            return new(span, at + 1);
        }

        return
            DateScanner.Scan(typed, at) is { Day: DayAsked.OnWeekday weekday } scanned
            && calendar.Newest(weekday) is { } day
            ? new(calendar.Day(day == today && back == 1 ? day.AddDays(-7) : day), scanned.Next)
            : null;
    }

    /// <summary>"October 2025"; "October" alone only after a word such as "in", for May and June are names too.</summary>
    private static ScannedSpan? Month(TypedText typed, int at, PastCalendar calendar, bool isOpened)
    {
        if (!Months.TryGetValue(typed.Tokens[at].Key, out var month))
        {
            return null;
        }

        if (Year(typed, at + 1) is { } year)
        {
            return new(calendar.Month(year, month), at + 2);
        }

        return isOpened && Number(typed, at + 1) is null ? new(calendar.NewestMonth(month), at + 1) : null;
    }

    private static ScannedSpan? YearAlone(TypedText typed, int at, PastCalendar calendar, bool isOpened) =>
        isOpened && Year(typed, at) is { } year ? new(calendar.Year(year), at + 1) : null;

    private static ScannedSpan? Date(TypedText typed, int at, PastCalendar calendar)
    {
        if (DateScanner.Scan(typed, at) is not { } scanned)
        {
            return null;
        }

        if (scanned.Fault is { } fault)
        {
            return new(new PastSpan(null, null), scanned.Next, fault);
        }

        if (scanned.Day is null || calendar.Newest(scanned.Day) is not { } day)
        {
            return new(new PastSpan(null, null), scanned.Next, NoSuchDay);
        }

        if (scanned.Time is not { } time)
        {
            return new(calendar.Day(day), scanned.Next);
        }

        var moment = scanned.Offset is { } offset
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue) + time, offset).ToUniversalTime()
            : calendar.At(day, time);
        return new(new PastSpan(moment, moment), scanned.Next);
    }

    private const string NoSuchDay =
        "There is no such day, or none that I keep. Say a day such as “5 October 2026” or “2026-10-05”.";

    private static int SkipArticle(TypedText typed, int at) =>
        at < typed.Tokens.Count && typed.Tokens[at].Key is "the" ? at + 1 : at;

    private static int? Year(TypedText typed, int at) =>
        at < typed.Tokens.Count
        && typed.Tokens[at].Key.Length == 4
        && Number(typed, at) is >= PastCalendar.FirstYear and <= PastCalendar.LastYear and var year
            ? year
            : null;

    private static int? Number(TypedText typed, int at) =>
        at < typed.Tokens.Count
        && int.TryParse(typed.Tokens[at].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
