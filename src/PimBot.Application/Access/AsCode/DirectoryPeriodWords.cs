using System.Globalization;
using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>Times and durations as a plan says them: exact, in UTC, the same on every machine.</summary>
internal static class DirectoryPeriodWords
{
    /// <summary>Such as <c>1 hour 30 minutes</c> or <c>90 days</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        var parts = new[]
        {
            Count(duration.Days, "day"),
            Count(duration.Hours, "hour"),
            Count(duration.Minutes, "minute"),
            Count(duration.Seconds, "second"),
        };
        return string.Join(' ', parts.OfType<string>());
    }

    /// <summary>To the second, or to the minute where that is the same.</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var format = moment.UtcDateTime.Second == 0 ? "yyyy-MM-dd HH:mm' UTC'" : "yyyy-MM-dd HH:mm:ss' UTC'";
        return moment.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>As <see cref="Moment"/>, with fractions of a second where there are some.</summary>
    public static string Exact(DateTimeOffset moment) =>
        moment.UtcTicks % TimeSpan.TicksPerSecond == 0
            ? Moment(moment)
            : moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF' UTC'", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>permanent</c> or <c>from 2026-03-01 00:00 UTC until 2026-03-20 00:00 UTC</c>; a start that has passed is not said.</summary>
    public static string Period(Assignment assignment, DateTimeOffset now) => Period(assignment, now, Moment);

    /// <summary>Two periods in words that differ if they do.</summary>
    public static (string Before, string After) Periods(Assignment before, Assignment after, DateTimeOffset now)
    {
        var (old, next) = (Period(before, now), Period(after, now));
        return old == next ? (Period(before, now, Exact), Period(after, now, Exact)) : (old, next);
    }

    private static string Period(Assignment assignment, DateTimeOffset now, Func<DateTimeOffset, string> words)
    {
        var start = assignment.Start is { } from && from > now ? $"from {words(from)}" : null;
        var end = assignment.End is { } until ? $"until {words(until)}" : "permanent";
        return string.Join(assignment.End is null ? ", " : " ", new[] { start, end }.OfType<string>());
    }

    private static string? Count(int number, string unit) =>
        number switch
        {
            0 => null,
            1 => $"1 {unit}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}s"),
        };
}
