using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("2h", 120)]
    [InlineData("2 H", 120)]
    [InlineData("90 min", 90)]
    [InlineData("90min", 90)]
    [InlineData("45m", 45)]
    [InlineData("1h30", 90)]
    [InlineData("1h 30", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("1 hour and 30 minutes", 90)]
    [InlineData("1.5 hours", 90)]
    [InlineData("1,5 h", 90)]
    [InlineData("1½ hours", 90)]
    [InlineData("½ hour", 30)]
    [InlineData("1:30", 90)]
    [InlineData("0:45", 45)]
    [InlineData("PT1H45M", 105)]
    [InlineData("pt8h", 480)]
    [InlineData("P1DT12H", 2160)]
    [InlineData("two hours", 120)]
    [InlineData("twenty-five minutes", 25)]
    [InlineData("an hour", 60)]
    [InlineData("an hour and a half", 90)]
    [InlineData("one and a half hours", 90)]
    [InlineData("half an hour", 30)]
    [InlineData("a half hour", 30)]
    [InlineData("a quarter of an hour", 15)]
    [InlineData("three quarters of an hour", 45)]
    [InlineData("a couple of hours", 120)]
    [InlineData("a day", 1440)]
    [InlineData("2 days", 2880)]
    [InlineData("a week", 10080)]
    [InlineData("2-hour", 120)]
    [InlineData("for about 2 hours, please", 120)]
    [InlineData("the next 3 hours", 180)]
    [InlineData("２ hours", 120)]
    [InlineData("2", 120)]
    [InlineData("24", 1440)]
    [InlineData("25", 25)]
    [InlineData("90", 90)]
    [InlineData("1.5", 90)]
    [InlineData("ninety", 90)]
    public void Durations_are_read(string text, int minutes)
    {
        var read = Assert.IsType<DurationReading.Understood>(DurationText.Parse(text));
        Assert.Equal(TimeSpan.FromMinutes(minutes), read.Duration);
    }

    [Theory]
    [InlineData("0", TimeFaults.NotPositive)]
    [InlineData("0h", TimeFaults.NotPositive)]
    [InlineData("-2 hours", TimeFaults.NotPositive)]
    [InlineData("−2 hours", TimeFaults.NotPositive)]
    [InlineData("minus two hours", TimeFaults.NotPositive)]
    [InlineData("-5", TimeFaults.NotPositive)]
    [InlineData("99999999999999 days", TimeFaults.TooLong)]
    [InlineData("3651 days", TimeFaults.TooLong)]
    [InlineData("999999999999999999999999999999999999999999999999 h", TimeFaults.TooLong)]
    [InlineData("30 seconds", TimeFaults.WholeMinutes)]
    [InlineData("1h 30s", TimeFaults.WholeMinutes)]
    [InlineData("PT90S", TimeFaults.WholeMinutes)]
    [InlineData("0.5 min", TimeFaults.WholeMinutes)]
    [InlineData("1.001 hours", TimeFaults.WholeMinutes)]
    [InlineData("1:30:00", TimeFaults.WholeMinutes)]
    [InlineData("2 months", TimeFaults.NoMonths)]
    [InlineData("1:75", TimeFaults.NoSuchTime)]
    [InlineData("1,000 hours", TimeFaults.NotADuration)]
    [InlineData("2² hours", TimeFaults.NotADuration)]
    [InlineData("1-2 hours", TimeFaults.NotADuration)]
    [InlineData("soon", TimeFaults.NotADuration)]
    [InlineData("", TimeFaults.NotADuration)]
    [InlineData("2h or so, depends", TimeFaults.NotADuration)]
    [InlineData("P", TimeFaults.NotADuration)]
    [InlineData("PT", TimeFaults.NotADuration)]
    public void What_is_no_usable_duration_is_refused_in_words(string text, string fault) =>
        Assert.Equal(fault, Assert.IsType<DurationReading.Refused>(DurationText.Parse(text)).Fault);

    [Theory]
    [InlineData("2", nameof(TimeNoteKind.Hours), "I took “2” as 2 hours.")]
    [InlineData("90", nameof(TimeNoteKind.Minutes), "I took “90” as 1 hour 30 minutes.")]
    public void A_number_alone_is_said_back(string text, string kind, string words)
    {
        var note = Assert.IsType<DurationReading.Understood>(DurationText.Parse(text)).Note;
        Assert.Equal(new TimeNote(Enum.Parse<TimeNoteKind>(kind), words), note);
    }

    [Theory]
    [InlineData("2 hours", "120||")]
    [InlineData("2", "120||")]
    [InlineData("until 5pm", "||2026-03-04 17:00:00 +01:00")]
    [InlineData("5pm", "||2026-03-04 17:00:00 +01:00")]
    [InlineData("tomorrow 9:00", "||2026-03-05 09:00:00 +01:00")]
    [InlineData("from tomorrow 9:00 until 11:00", "|2026-03-05 09:00:00 +01:00|2026-03-05 11:00:00 +01:00")]
    [InlineData("2h starting monday 08:30", "120|2026-03-09 08:30:00 +01:00|")]
    [InlineData("tomorrow 9:00, 2h", "120|2026-03-05 09:00:00 +01:00|")]
    [InlineData("1:30", "90||")]
    public void An_answer_to_for_how_long_may_be_a_length_or_an_end(string text, string expected)
    {
        var asked = TimeText.Parse(text, Typed.Now, Typed.Stockholm);
        Assert.Null(asked.Fault);
        Assert.Equal(expected, $"{asked.Duration?.TotalMinutes}|{Typed.Local(asked.Start)}|{Typed.Local(asked.Until)}");
    }

    [Theory]
    [InlineData("17:00", TimeFaults.DurationOrClock)]
    [InlineData("-1", TimeFaults.NotPositive)]
    [InlineData("as long as it takes", TimeFaults.NotATime)]
    [InlineData("", TimeFaults.NotATime)]
    [InlineData("until now", TimeFaults.EndBeforeStart)]
    public void An_answer_that_cannot_be_used_is_a_fault(string text, string fault) =>
        Assert.Equal(fault, TimeText.Parse(text, Typed.Now, Typed.Stockholm).Fault);

    [Fact]
    public void The_length_to_an_end_is_whole_minutes_that_never_outlast_it()
    {
        var asked = TimeText.Parse("until 17:00", Typed.Now, Typed.Stockholm);
        Assert.Equal(new TimeSpan(2, 59, 0), asked.LengthFrom(Typed.Now));
    }
}
