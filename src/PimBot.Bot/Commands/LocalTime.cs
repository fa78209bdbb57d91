using System.Globalization;

namespace PimBot.Bot.Commands;

/// <summary>A local clock time as an instant, also where the clocks skip it or show it twice.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

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
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return Skipped(local, zone);
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return (new DateTimeOffset(local, zone.GetUtcOffset(local)), null);
        }

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        var (earlier, later) = (new DateTimeOffset(local, offsets.Max()), new DateTimeOffset(local, offsets.Min()));
        var time = Clock(local);
        return earlier > after || later <= after
            ? (
                earlier,
                new(TimeNoteKind.EarlierOfTwo, $"The clocks show {time} twice that night; I took the earlier one.")
            )
            : (later, new(TimeNoteKind.LaterOfTwo, $"The clocks show {time} twice that night; I took the later one."));
    }

    private static (DateTimeOffset Moment, TimeNote? Note) Skipped(DateTime local, TimeZoneInfo zone)
    {
        var before = local;
        while (zone.IsInvalidTime(before))
        {
            before -= Step;
        }

        var instant = new DateTimeOffset(local, zone.GetUtcOffset(before));
        var moved = TimeZoneInfo.ConvertTime(instant, zone);
        var words = $"The clocks skip {Clock(local)} that night; I took {Clock(moved.DateTime)}.";
        return (moved, new(TimeNoteKind.MovedForward, words));
    }

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
