using System.Globalization;

namespace PimBot.Bot.Wording;

/// <summary>Times and durations in English words, the same on every machine whatever its culture.</summary>
internal static class Words
{
    /// <summary>
    /// "1 hour 30 minutes", "2 days", "45 minutes"; rounded down to whole minutes. Less than a minute, and anything
    /// negative, is "less than a minute". Whole minutes are read back exactly by <c>DurationText</c>.
    /// </summary>
    public static string Duration(TimeSpan duration)
    {
        if (duration < TimeSpan.FromMinutes(1))
        {
            return "less than a minute";
        }

        var parts = new[]
        {
            Count(duration.Days, "day"),
            Count(duration.Hours, "hour"),
            Count(duration.Minutes, "minute"),
        };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>
    /// "today at 17:00 (UTC+1)", "tomorrow at 09:00 (UTC+1)", "Monday 2 March at 09:00 (UTC)", with the year when it is
    /// not this year's. The offset is always said: it is the moment's own, and differs across a change of clocks; a
    /// person whose zone is unknown sees "(UTC)".
    /// </summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var day = (local.Date - today).Days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            _ => local.ToString(
                local.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy",
                CultureInfo.InvariantCulture
            ),
        };
        return $"{day} at {Time(local)} ({Offset(local.Offset)})";
    }

    /// <summary>"17:00" in that zone.</summary>
    public static string Clock(DateTimeOffset moment, TimeZoneInfo zone) =>
        Time(TimeZoneInfo.ConvertTime(moment, zone));

    /// <summary>"1 hour 30 minutes left", "less than a minute left", or "ended" from <paramref name="end"/> on.</summary>
    public static string TimeLeft(DateTimeOffset end, DateTimeOffset now) =>
        now >= end ? "ended" : $"{Duration(end - now)} left";

    private static string Count(int number, string unit) =>
        number switch
        {
            0 => "",
            1 => $"1 {unit}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}s"),
        };

    private static string Time(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
        {
            return "UTC";
        }

        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var format = offset.Minutes == 0 ? "%h" : @"h\:mm";
        return $"UTC{sign}{offset.Duration().ToString(format, CultureInfo.InvariantCulture)}";
    }
}
