namespace PimBot.Domain.Reviews;

/// <summary>
/// When occurrences begin and end: always at the same local time and day of the month, or at the month's last day where
/// it has none such. Pure; occurrences are counted from 1.
/// </summary>
public static class ReviewCalendar
{
    /// <summary>The longest occurrence, in days: shorter than the shortest gap, so that occurrences never overlap (monthly: PIM's; others ours).</summary>
    public static int LongestDays(RecurrencePattern pattern) =>
        pattern switch
        {
            RecurrencePattern.Weekly => 6,
            RecurrencePattern.Monthly => 27,
            RecurrencePattern.Quarterly => 88,
            _ => 180,
        };

    /// <summary>When an occurrence begins; null when the series has none such.</summary>
    /// <param name="recurrence">How often.</param>
    /// <param name="first">When the first begins.</param>
    /// <param name="occurrence">Which; 1 is the first.</param>
    /// <param name="zone">The series' zone.</param>
    public static DateTimeOffset? StartOf(
        ReviewRecurrence recurrence,
        DateTimeOffset first,
        int occurrence,
        TimeZoneInfo zone
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrence, 1);
        if (occurrence == 1)
        {
            return first;
        }

        var begin = TimeZoneInfo.ConvertTime(first, zone).DateTime;
        if (occurrence > recurrence.Count || LocalStart(recurrence.Pattern, begin, occurrence - 1) is not { } local)
        {
            return null;
        }

        return DateOnly.FromDateTime(local) > recurrence.Until ? null : InstantOf(local, zone);
    }

    /// <summary>The newest occurrence from <paramref name="from"/> on whose start has come; <paramref name="from"/> itself when none has.</summary>
    /// <inheritdoc cref="StartOf"/>
    public static int NewestAt(
        ReviewRecurrence recurrence,
        DateTimeOffset first,
        int from,
        TimeZoneInfo zone,
        DateTimeOffset now
    )
    {
        var newest = from;
        while (StartOf(recurrence, first, newest + 1, zone) <= now)
        {
            newest++;
        }

        return newest;
    }

    /// <summary>The first occurrence that begins now or later; null when nothing lies ahead any more, or there is no such zone.</summary>
    public static (int Occurrence, DateTimeOffset Start)? NextAt(
        ReviewSettings settings,
        DateTimeOffset first,
        DateTimeOffset now
    )
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone))
        {
            return null;
        }

        if (first >= now)
        {
            return (1, first);
        }

        var next = NewestAt(settings.Recurrence, first, 1, zone, now) + 1;
        return StartOf(settings.Recurrence, first, next, zone) is { } start ? (next, start) : null;
    }

    /// <summary>The end of what begins at an instant and lasts whole days: at the same local time.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset start, int days, TimeZoneInfo zone)
    {
        var end = InstantOf(TimeZoneInfo.ConvertTime(start, zone).DateTime.AddDays(days), zone);
        return end > start ? end : start.AddDays(days);
    }

    // Counted from the first, so that the 31st comes back after a shorter month, and 29 February in leap years.
    private static DateTime? LocalStart(RecurrencePattern pattern, DateTime begin, int steps)
    {
        var months = MonthsOf(pattern);
        var left = ((DateTime.MaxValue.Year - begin.Year) * 12) - 12;
        return pattern switch
        {
            RecurrencePattern.OneTime => null,
            RecurrencePattern.Weekly => (long)steps * 7 / 28 < left ? begin.AddDays(7L * steps) : null,
            _ => (long)steps * months < left ? begin.AddMonths(steps * months) : null,
        };
    }

    private static int MonthsOf(RecurrencePattern pattern) =>
        pattern switch
        {
            RecurrencePattern.Quarterly => 3,
            RecurrencePattern.SemiAnnually => 6,
            RecurrencePattern.Annually => 12,
            _ => 1,
        };

    // A time that is skipped in spring becomes as much later as the clocks go forward; one that comes twice is the earlier.
    private static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddHours(-3));
            return new DateTimeOffset(local, before).ToUniversalTime();
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
