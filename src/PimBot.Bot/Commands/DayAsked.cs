namespace PimBot.Bot.Commands;

/// <summary>A day as named, before it is known which date that is.</summary>
internal abstract record DayAsked
{
    private DayAsked() { }

    /// <param name="Days">0 is today.</param>
    internal sealed record FromToday(int Days) : DayAsked;

    internal sealed record OnWeekday(DayOfWeek Weekday) : DayAsked;

    /// <summary>Without a year, the next such date. A weekday that was named too must be that date's.</summary>
    internal sealed record OnDate(int? Year, int Month, int Day, DayOfWeek? Weekday = null) : DayAsked;
}
