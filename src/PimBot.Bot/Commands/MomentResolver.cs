using System.Globalization;
using PimBot.Bot.Wording;

namespace PimBot.Bot.Commands;

/// <summary>
/// Puts a <see cref="MomentAsked"/> on the calendar: always after the reference, or refused. A time without a day is the
/// first one after the reference; when that is another day than the reference's, a note says so.
/// </summary>
internal sealed class MomentResolver
{
    private const int MostYears = 10;

    private readonly MomentAsked _asked;
    private readonly DateTimeOffset _reference;
    private readonly DateTimeOffset _now;
    private readonly TimeZoneInfo _zone;
    private readonly List<TimeNote> _notes = [];

    private MomentResolver(MomentAsked asked, DateTimeOffset reference, DateTimeOffset now, TimeZoneInfo zone)
    {
        _asked = asked;
        _reference = reference;
        _now = now;
        _zone = asked.Offset is { } offset ? Fixed(offset) : zone;
    }

    /// <param name="asked">What was written.</param>
    /// <param name="use">Whether it is a start or an end.</param>
    /// <param name="reference">What it must come after: now for a start, the start for an end.</param>
    /// <param name="now">What today and tomorrow are counted from.</param>
    /// <param name="zone">The person's zone, also that of the result.</param>
    public static MomentReading Resolve(
        MomentAsked asked,
        MomentUse use,
        DateTimeOffset reference,
        DateTimeOffset now,
        TimeZoneInfo zone
    )
    {
        if (asked.Fault is not null)
        {
            return new MomentReading.Refused(asked.Fault);
        }

        if (asked.IsNow)
        {
            return new MomentReading.Understood(TimeZoneInfo.ConvertTime(now, zone), []);
        }

        return new MomentResolver(asked, reference, now, zone).Resolve(use) switch
        {
            MomentReading.Understood read => read with { Moment = TimeZoneInfo.ConvertTime(read.Moment, zone) },
            var refused => refused,
        };
    }

    private MomentReading Resolve(MomentUse use)
    {
        if (_asked.In is { } length)
        {
            var moment = _now + length;
            return new MomentReading.Understood(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)), []);
        }

        var time = _asked.Time ?? TimeSpan.Zero;
        return _asked.Day switch
        {
            null => NextTime(time, use),
            DayAsked.FromToday day => OnDay(Today(_now).AddDays(day.Days), time, isToday: day.Days == 0),
            DayAsked.OnWeekday day => NextWeekday(day.Weekday, time),
            DayAsked.OnDate date => OnDate(date, time),
            _ => new MomentReading.Refused(TimeFaults.NotAMoment),
        };
    }

    private MomentReading.Understood NextTime(TimeSpan time, MomentUse use)
    {
        var day = Today(_reference);
        var first = LocalTime.Resolve(day + time, _zone, _reference);
        if (_asked.IsBareHour && use == MomentUse.End)
        {
            return NextOnDial(day, time);
        }

        if (first.Moment > _reference)
        {
            return Found(first);
        }

        var next = LocalTime.Resolve(day.AddDays(1) + time, _zone, _reference);
        _notes.Add(
            new(
                TimeNoteKind.NextDay,
                $"{Clock(day + time)} has passed {DayOf(_reference)}, so I took {Words.Moment(next.Moment, _now, _zone)}."
            )
        );
        return Found(next);
    }

    private MomentReading.Understood NextOnDial(DateTime day, TimeSpan time)
    {
        foreach (var hours in (ReadOnlySpan<int>)[0, 12, 24])
        {
            var candidate = LocalTime.Resolve(day + time + TimeSpan.FromHours(hours), _zone, _reference);
            if (candidate.Moment > _reference)
            {
                var words = $"I took “{time.Hours}” as {Words.Moment(candidate.Moment, _now, _zone)}.";
                _notes.Add(new(TimeNoteKind.HalfOfDay, words));
                return Found(candidate);
            }
        }

        return Found(LocalTime.Resolve(day.AddDays(2) + time, _zone, _reference));
    }

    private MomentReading OnDay(DateTime day, TimeSpan time, bool isToday)
    {
        var found = LocalTime.Resolve(day + time, _zone, _reference);
        if (time.Days > 0 && !isToday)
        {
            var name = day.ToString("dddd", CultureInfo.InvariantCulture);
            _notes.Add(new(TimeNoteKind.MidnightEndsDay, $"I took midnight at the end of {name}."));
        }

        return found.Moment > _now ? Found(found) : new MomentReading.Refused(TimeFaults.Passed);
    }

    private MomentReading NextWeekday(DayOfWeek weekday, TimeSpan time)
    {
        var today = Today(_now);
        var day = today.AddDays(((int)weekday - (int)today.DayOfWeek + 7) % 7);
        while (
            LocalTime.Resolve(day + time, _zone, _reference).Moment <= _reference
            && day < today.AddDays(366 * MostYears)
        )
        {
            day = day.AddDays(7);
        }

        return OnDay(day, time, day == today);
    }

    private MomentReading OnDate(DayAsked.OnDate date, TimeSpan time)
    {
        var today = Today(_now);
        if (date.Year is { } year)
        {
            return Math.Abs(year - today.Year) > MostYears ? new MomentReading.Refused(TimeFaults.TooFar)
                : IsDate(year, date) ? OnDay(date, new DateTime(year, date.Month, date.Day), time)
                : new MomentReading.Refused(TimeFaults.NoSuchDate);
        }

        for (var next = today.Year; next <= today.Year + MostYears; next++)
        {
            if (
                IsDate(next, date)
                && new DateTime(next, date.Month, date.Day) is var day
                && LocalTime.Resolve(day + time, _zone, _now).Moment > _now
            )
            {
                return OnDay(date, day, time);
            }
        }

        return new MomentReading.Refused(TimeFaults.NoSuchDate);
    }

    private MomentReading OnDay(DayAsked.OnDate date, DateTime day, TimeSpan time) =>
        date.Weekday is { } weekday && weekday != day.DayOfWeek
            ? new MomentReading.Refused(TimeFaults.OtherWeekday)
            : OnDay(day, time, isToday: false);

    private static bool IsDate(int year, DayAsked.OnDate date) =>
        date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(year, date.Month);

    private MomentReading.Understood Found((DateTimeOffset Moment, TimeNote? Note) found)
    {
        if (found.Note is not null)
        {
            _notes.Add(found.Note);
        }

        return new MomentReading.Understood(found.Moment, _notes);
    }

    private DateTime Today(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).Date;

    private string DayOf(DateTimeOffset moment) =>
        Today(moment) == Today(_now) ? "today" : moment.ToString("'on' dddd", CultureInfo.InvariantCulture);

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeZoneInfo Fixed(TimeSpan offset) =>
        offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone("offset", offset, null, null);
}
