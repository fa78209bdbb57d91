using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>A local clock time as an instant, also where the clocks skip it or show it twice.</summary>
internal static class LocalTime
{
    /// <summary>
    /// A skipped time is moved forward by the length of the gap (as RFC 5545 reads it). Of a time that comes twice, the
    /// earlier is taken unless only the later is after <paramref name="after"/>.
    /// </summary>
    /// <param name="local">At least a day and at most a day from the ends of the calendar.</param>
    /// <param name="zone">Whose clock it is.</param>
    /// <param name="after">What the result should come after.</param>
    public static (DateTimeOffset Moment, TimeNote? Note) Resolve(
        DateTime local,
        TimeZoneInfo zone,
        DateTimeOffset after
    )
    {
        // Offsets are asked of instants: TimeZoneInfo.IsInvalidTime overlooks gaps that are not daylight saving.
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        var before = asUtc - zone.GetUtcOffset(asUtc.AddDays(-1));
        var afterwards = asUtc - zone.GetUtcOffset(asUtc.AddDays(1));
        var (shownBefore, shownAfterwards) = (Shows(before, asUtc, zone), Shows(afterwards, asUtc, zone));
        return (shownBefore, shownAfterwards) switch
        {
            (false, false) => Skipped(before, local, zone),
            (true, true) when before != afterwards => Twice(before, afterwards, local, zone, after),
            (true, _) => (TimeZoneInfo.ConvertTime(before, zone), null),
            _ => (TimeZoneInfo.ConvertTime(afterwards, zone), null),
        };
    }

    private static bool Shows(DateTimeOffset instant, DateTimeOffset asUtc, TimeZoneInfo zone) =>
        instant + zone.GetUtcOffset(instant) == asUtc;

    private static (DateTimeOffset Moment, TimeNote? Note) Skipped(
        DateTimeOffset before,
        DateTime local,
        TimeZoneInfo zone
    )
    {
        var moved = TimeZoneInfo.ConvertTime(before, zone);
        var words = $"The clocks skip {Clock(local)} that night; I took {Clock(moved.DateTime)}.";
        return (moved, new(TimeNoteKind.MovedForward, words));
    }

    private static (DateTimeOffset Moment, TimeNote? Note) Twice(
        DateTimeOffset earlier,
        DateTimeOffset later,
        DateTime local,
        TimeZoneInfo zone,
        DateTimeOffset after
    )
    {
        var isLater = earlier <= after && later > after;
        var words =
            $"The clocks show {Clock(local)} twice that night; I took the {(isLater ? "later" : "earlier")} one.";
        var kind = isLater ? TimeNoteKind.LaterOfTwo : TimeNoteKind.EarlierOfTwo;
        return (TimeZoneInfo.ConvertTime(isLater ? later : earlier, zone), new(kind, words));
    }

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
