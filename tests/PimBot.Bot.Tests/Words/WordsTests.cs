using PimBot.Bot.Tests.Commands;
using PimBot.Bot.Wording;
using Xunit;

namespace PimBot.Bot.Tests.Wording;

public sealed class WordsTests
{
    [Theory]
    [InlineData("01:30:00", "1 hour 30 minutes")]
    [InlineData("00:01:00", "1 minute")]
    [InlineData("02:00:00", "2 hours")]
    [InlineData("1.00:00:00", "1 day")]
    [InlineData("90.01:01:00", "90 days 1 hour 1 minute")]
    [InlineData("00:45:59", "45 minutes")]
    [InlineData("00:00:59", "less than a minute")]
    [InlineData("-01:00:00", "less than a minute")]
    public void A_duration_is_said_in_whole_minutes(string duration, string words) =>
        Assert.Equal(words, Words.Duration(TimeSpan.Parse(duration)));

    [Theory]
    [InlineData("2026-03-04T16:00Z", "today at 17:00 (UTC+1)")]
    [InlineData("2026-03-05T08:00Z", "tomorrow at 09:00 (UTC+1)")]
    [InlineData("2026-03-03T08:00Z", "yesterday at 09:00 (UTC+1)")]
    [InlineData("2026-03-04T23:30Z", "tomorrow at 00:30 (UTC+1)")]
    [InlineData("2026-03-09T08:00Z", "Monday 9 March at 09:00 (UTC+1)")]
    [InlineData("2026-03-30T08:00Z", "Monday 30 March at 10:00 (UTC+2)")]
    [InlineData("2027-03-01T08:00Z", "Monday 1 March 2027 at 09:00 (UTC+1)")]
    public void A_moment_is_said_with_its_day_and_offset(string moment, string words) =>
        Assert.Equal(words, Words.Moment(DateTimeOffset.Parse(moment), Typed.Now, Typed.Stockholm));

    [Theory]
    [InlineData("UTC", "today at 16:00 (UTC)")]
    [InlineData("Asia/Kolkata", "today at 21:30 (UTC+5:30)")]
    [InlineData("America/St_Johns", "today at 12:30 (UTC-3:30)")]
    [InlineData("America/New_York", "today at 11:00 (UTC-5)")]
    public void The_offset_is_the_zones(string zone, string words) =>
        Assert.Equal(
            words,
            Words.Moment(Typed.Now.AddSeconds(-30).AddHours(3), Typed.Now, TimeZoneInfo.FindSystemTimeZoneById(zone))
        );

    [Theory]
    [InlineData(90 * 60, "1 hour 30 minutes left")]
    [InlineData(59, "less than a minute left")]
    [InlineData(0, "ended")]
    [InlineData(-60, "ended")]
    public void The_time_left_never_promises_too_much(int seconds, string words) =>
        Assert.Equal(words, Words.TimeLeft(Typed.Now.AddSeconds(seconds), Typed.Now));

    [Fact]
    public void Words_do_not_depend_on_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("th-TH");
            Assert.Equal(
                "Monday 1 March 2027 at 09:00 (UTC+1)",
                Words.Moment(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero), Typed.Now, Typed.Stockholm)
            );
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
