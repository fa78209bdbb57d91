namespace PimBot.Bot.Commands;

/// <summary>Days, weeks, months and years that have begun, as the person's own clock has them.</summary>
internal sealed class PastCalendar(TextContext context)
{
    /// <summary>What a year may be; outside there is nothing on record, and the calendar's ends are near.</summary>
    public const int FirstYear = 2000;

    public const int LastYear = 2200;

    public DateTimeOffset Now => context.Now;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, context.Zone).DateTime);

    public PastSpan Days(DateOnly first, DateOnly behind) => new(StartOf(first), StartOf(behind));

    public PastSpan Day(DateOnly day) => Days(day, day.AddDays(1));

    /// <summary>The week, from Monday on, that the day is in.</summary>
    public PastSpan Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Days(monday, monday.AddDays(7));
    }

    public PastSpan Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return Days(first, first.AddMonths(1));
    }

    public PastSpan Year(int year) => Days(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));

    /// <summary>The newest month of that number that has begun.</summary>
    public PastSpan NewestMonth(int month) => Month(month <= Today.Month ? Today.Year : Today.Year - 1, month);

    /// <summary>The newest day that is meant and has begun; null where the calendar has no such day.</summary>
    public DateOnly? Newest(DayAsked asked) =>
        asked switch
        {
            DayAsked.FromToday day => Today.AddDays(day.Days),
            DayAsked.OnWeekday { Weekday: var weekday } => Today.AddDays(
                -(((int)Today.DayOfWeek - (int)weekday + 7) % 7)
            ),
            DayAsked.OnDate { Year: { } year } date => Date(year, date.Month, date.Day),
            DayAsked.OnDate date => Date(Today.Year, date.Month, date.Day) is { } day && day <= Today
                ? day
                : Date(Today.Year - 1, date.Month, date.Day),
            _ => null,
        };

    public DateTimeOffset At(DateOnly day, TimeSpan time) =>
        LocalTime
            .Resolve(day.ToDateTime(TimeOnly.MinValue) + time, context.Zone, DateTimeOffset.MinValue)
            .Moment.ToUniversalTime();

    private DateTimeOffset StartOf(DateOnly day) => At(day, TimeSpan.Zero);

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
