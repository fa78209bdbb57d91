using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class MomentTextTests
{
    private static MomentReading Parse(string text, DateTimeOffset? now = null) =>
        MomentText.Parse(text, now ?? Typed.Now, Typed.Stockholm);

    private static MomentReading.Understood Read(string text, DateTimeOffset? now = null) =>
        Assert.IsType<MomentReading.Understood>(Parse(text, now));

    [Theory]
    [InlineData("17:00", "2026-03-04 17:00:00 +01:00")]
    [InlineData("17:00h", "2026-03-04 17:00:00 +01:00")]
    [InlineData("17.30", "2026-03-04 17:30:00 +01:00")]
    [InlineData("5pm", "2026-03-04 17:00:00 +01:00")]
    [InlineData("5 PM", "2026-03-04 17:00:00 +01:00")]
    [InlineData("5:30 pm", "2026-03-04 17:30:00 +01:00")]
    [InlineData("5:30 p.m.", "2026-03-04 17:30:00 +01:00")]
    [InlineData("at 17", "2026-03-04 17:00:00 +01:00")]
    [InlineData("17 o'clock", "2026-03-04 17:00:00 +01:00")]
    [InlineData("5 in the afternoon", "2026-03-04 17:00:00 +01:00")]
    [InlineData("tonight at 8", "2026-03-04 20:00:00 +01:00")]
    [InlineData("today at 14:01", "2026-03-04 14:01:00 +01:00")]
    [InlineData("tomorrow 9:00", "2026-03-05 09:00:00 +01:00")]
    [InlineData("9:00 tomorrow", "2026-03-05 09:00:00 +01:00")]
    [InlineData("tommorow at 9", "2026-03-05 09:00:00 +01:00")]
    [InlineData("tomorrow evening at 8", "2026-03-05 20:00:00 +01:00")]
    [InlineData("tomorrow morning at 8", "2026-03-05 08:00:00 +01:00")]
    [InlineData("the day after tomorrow at noon", "2026-03-06 12:00:00 +01:00")]
    [InlineData("monday 9:00", "2026-03-09 09:00:00 +01:00")]
    [InlineData("next Monday at 9am", "2026-03-09 09:00:00 +01:00")]
    [InlineData("mon 9:00", "2026-03-09 09:00:00 +01:00")]
    [InlineData("wednesday 15:00", "2026-03-04 15:00:00 +01:00")]
    [InlineData("wednesday 9:00", "2026-03-11 09:00:00 +01:00")]
    [InlineData("29 March 9:00", "2026-03-29 09:00:00 +02:00")]
    [InlineData("March 29th at 9:00", "2026-03-29 09:00:00 +02:00")]
    [InlineData("29th of march 2027 9:00", "2027-03-29 09:00:00 +02:00")]
    [InlineData("Tuesday 10 March at 9:00", "2026-03-10 09:00:00 +01:00")]
    [InlineData("1 march 9:00", "2027-03-01 09:00:00 +01:00")]
    [InlineData("29 February 9:00", "2028-02-29 09:00:00 +01:00")]
    [InlineData("2026-04-01 10:15", "2026-04-01 10:15:00 +02:00")]
    [InlineData("2026-04-01T10:15", "2026-04-01 10:15:00 +02:00")]
    [InlineData("2026-04-01T10:15:00Z", "2026-04-01 12:15:00 +02:00")]
    [InlineData("2026-04-01T10:15+05:30", "2026-04-01 06:45:00 +02:00")]
    [InlineData("01.04.2026 10:15", "2026-04-01 10:15:00 +02:00")]
    [InlineData("16:00 UTC", "2026-03-04 17:00:00 +01:00")]
    [InlineData("16:00 (UTC+1)", "2026-03-04 16:00:00 +01:00")]
    [InlineData("noon", "2026-03-05 12:00:00 +01:00")]
    [InlineData("midnight", "2026-03-05 00:00:00 +01:00")]
    [InlineData("24:00", "2026-03-05 00:00:00 +01:00")]
    [InlineData("today at midnight", "2026-03-05 00:00:00 +01:00")]
    [InlineData("tomorrow at midnight", "2026-03-06 00:00:00 +01:00")]
    [InlineData("in 2 hours", "2026-03-04 16:00:00 +01:00")]
    [InlineData("in half an hour", "2026-03-04 14:30:00 +01:00")]
    [InlineData("now", "2026-03-04 14:00:30 +01:00")]
    public void Moments_are_read_in_the_persons_zone(string text, string expected) =>
        Assert.Equal(expected, Parse(text) is MomentReading.Understood read ? Typed.Local(read.Moment) : "refused");

    [Theory]
    [InlineData("today at 9", TimeFaults.Passed)]
    [InlineData("2020-01-01 09:00", TimeFaults.Passed)]
    [InlineData("1999-01-01 09:00", TimeFaults.TooFar)]
    [InlineData("9999-12-31 23:59", TimeFaults.TooFar)]
    [InlineData("0000-00-00 00:00", TimeFaults.TooFar)]
    [InlineData("2026-02-30 09:00", TimeFaults.NoSuchDate)]
    [InlineData("31 June 9:00", TimeFaults.NoSuchDate)]
    [InlineData("monday 10 march 9:00", TimeFaults.OtherWeekday)]
    [InlineData("25:00", TimeFaults.NoSuchTime)]
    [InlineData("24:01", TimeFaults.NoSuchTime)]
    [InlineData("12:60", TimeFaults.NoSuchTime)]
    [InlineData("0am", TimeFaults.NoSuchTime)]
    [InlineData("13am", TimeFaults.NoSuchTime)]
    [InlineData("17:00:30", TimeFaults.WholeMinutes)]
    [InlineData("03/04 9:00", TimeFaults.SlashDate)]
    [InlineData("tomorrow", TimeFaults.TimeMissing)]
    [InlineData("17:00 CET", TimeFaults.OtherZone)]
    [InlineData("16:00 UTC+25", TimeFaults.OtherZone)]
    [InlineData("in 0 minutes", TimeFaults.NotPositive)]
    [InlineData("in 99999999999 days", TimeFaults.TooLong)]
    [InlineData("later", TimeFaults.NotAMoment)]
    [InlineData("", TimeFaults.NotAMoment)]
    [InlineData("17:00 or 18:00", TimeFaults.NotAMoment)]
    public void What_is_no_usable_moment_is_refused_in_words(string text, string fault) =>
        Assert.Equal(fault, Assert.IsType<MomentReading.Refused>(Parse(text)).Fault);

    [Fact]
    public void A_clock_time_that_has_passed_today_is_tomorrow_and_said_back()
    {
        var read = Read("9:00");
        Assert.Equal("2026-03-05 09:00:00 +01:00", Typed.Local(read.Moment));
        var note = Assert.Single(read.Notes);
        Assert.Equal(
            new TimeNote(TimeNoteKind.NextDay, "09:00 has passed today, so I took tomorrow at 09:00 (UTC+1)."),
            note
        );
    }

    [Fact]
    public void A_local_time_that_the_clocks_skip_moves_forward_and_is_said_back()
    {
        var read = Read("2026-03-29 02:30");
        Assert.Equal("2026-03-29 03:30:00 +02:00", Typed.Local(read.Moment));
        Assert.Equal(
            new TimeNote(TimeNoteKind.MovedForward, "The clocks skip 02:30 that night; I took 03:30."),
            Assert.Single(read.Notes)
        );
    }

    [Fact]
    public void A_local_time_that_comes_twice_is_the_earlier_and_is_said_back()
    {
        var read = Read("2026-10-25 02:30");
        Assert.Equal("2026-10-25 02:30:00 +02:00", Typed.Local(read.Moment));
        Assert.Equal(TimeNoteKind.EarlierOfTwo, Assert.Single(read.Notes).Kind);
    }

    [Fact]
    public void A_local_time_that_comes_twice_is_the_later_once_the_earlier_has_passed()
    {
        var secondPass = new DateTimeOffset(2026, 10, 25, 2, 10, 0, TimeSpan.FromHours(1));
        var read = Read("02:30", secondPass);
        Assert.Equal("2026-10-25 02:30:00 +01:00", Typed.Local(read.Moment));
        Assert.Equal(TimeNoteKind.LaterOfTwo, Assert.Single(read.Notes).Kind);
    }

    [Fact]
    public void Two_hours_across_a_change_of_clocks_are_two_hours()
    {
        var before = new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal(before.AddHours(2), Read("in 2 hours", before).Moment);
    }

    [Fact]
    public void A_day_that_a_zone_skipped_is_moved_forward()
    {
        var apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");
        var now = new DateTimeOffset(2011, 12, 29, 12, 0, 0, TimeSpan.FromHours(-10));
        var read = Assert.IsType<MomentReading.Understood>(MomentText.Parse("2011-12-30 09:00", now, apia));
        Assert.Equal(new DateTimeOffset(2011, 12, 31, 9, 0, 0, TimeSpan.FromHours(14)), read.Moment);
    }

    [Theory]
    [InlineData("until 5", "2026-03-04 17:00:00 +01:00")]
    [InlineData("until 3", "2026-03-04 15:00:00 +01:00")]
    [InlineData("until 1", "2026-03-05 01:00:00 +01:00")]
    [InlineData("until 12", "2026-03-05 00:00:00 +01:00")]
    public void An_end_at_an_hour_alone_is_the_next_on_the_dial_and_said_back(string text, string expected)
    {
        var asked = TimeText.Parse(text, Typed.Now, Typed.Stockholm);
        Assert.Equal(expected, Typed.Local(asked.Until));
        Assert.Equal(TimeNoteKind.HalfOfDay, Assert.Single(asked.Notes).Kind);
    }
}
