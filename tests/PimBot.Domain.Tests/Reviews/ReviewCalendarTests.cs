using PimBot.Domain.Reviews;
using Xunit;

namespace PimBot.Domain.Tests.Reviews;

public sealed class ReviewCalendarTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    [Fact]
    public void A_weekly_review_keeps_its_local_time_when_the_clocks_go_forward()
    {
        // Clocks go forward on 29 March 2026: the distance is an hour shorter.
        var first = Utc("2026-03-26T08:00");
        Assert.Equal(Utc("2026-04-02T07:00"), Start(RecurrencePattern.Weekly, first, 2));
    }

    [Fact]
    public void A_weekly_review_keeps_its_local_time_when_the_clocks_go_back()
    {
        var first = Utc("2026-10-22T07:00");
        Assert.Equal(Utc("2026-10-29T08:00"), Start(RecurrencePattern.Weekly, first, 2));
    }

    [Fact]
    public void A_local_time_that_does_not_exist_becomes_as_much_later_as_the_clocks_go_forward()
    {
        // 02:30 in Oslo on 29 March 2026 is skipped.
        var first = Utc("2026-03-22T01:30");
        Assert.Equal(Utc("2026-03-29T01:30"), Start(RecurrencePattern.Weekly, first, 2));
        Assert.Equal(Utc("2026-04-05T00:30"), Start(RecurrencePattern.Weekly, first, 3));
    }

    [Fact]
    public void A_local_time_that_comes_twice_is_the_earlier_one()
    {
        // 02:30 in Oslo on 25 October 2026 comes at 00:30 and at 01:30 UTC.
        var first = Utc("2026-10-18T00:30");
        Assert.Equal(Utc("2026-10-25T00:30"), Start(RecurrencePattern.Weekly, first, 2));
    }

    [Theory]
    [InlineData(RecurrencePattern.Monthly, "2026-01-31T09:00", "02-28 03-31 04-30 05-31 06-30 07-31")]
    [InlineData(RecurrencePattern.Monthly, "2026-01-30T09:00", "02-28 03-30 04-30")]
    [InlineData(RecurrencePattern.Monthly, "2028-01-31T09:00", "02-29 03-31")]
    [InlineData(RecurrencePattern.Quarterly, "2025-11-30T09:00", "02-28 05-30 08-30 11-30 02-28")]
    [InlineData(RecurrencePattern.SemiAnnually, "2025-08-31T09:00", "02-28 08-31 02-28 08-31 02-29")]
    [InlineData(RecurrencePattern.Annually, "2024-02-29T09:00", "02-28 02-28 02-28 02-29 02-28")]
    public void The_last_day_of_a_shorter_month_stands_for_the_day_that_it_lacks(
        RecurrencePattern pattern,
        string first,
        string days
    )
    {
        var count = days.Split(' ').Length;
        var found = Enumerable
            .Range(2, count)
            .Select(n => $"{ReviewCalendar.StartOf(Every(pattern), Utc(first), n, TimeZoneInfo.Utc):MM-dd}");
        Assert.Equal(days, string.Join(' ', found));
    }

    [Theory]
    [InlineData(RecurrencePattern.Weekly)]
    [InlineData(RecurrencePattern.Monthly)]
    [InlineData(RecurrencePattern.Quarterly)]
    [InlineData(RecurrencePattern.SemiAnnually)]
    [InlineData(RecurrencePattern.Annually)]
    public void The_longest_occurrence_ends_before_the_next_begins_whatever_the_day(RecurrencePattern pattern)
    {
        for (var first = Utc("2027-01-01T01:30"); first < Utc("2029-03-01T00:00"); first = first.AddDays(1))
        {
            for (var n = 1; n <= 8; n++)
            {
                var start = ReviewCalendar.StartOf(Every(pattern), first, n, Oslo)!.Value;
                var end = ReviewCalendar.EndOf(start, ReviewCalendar.LongestDays(pattern), Oslo);
                Assert.True(end < ReviewCalendar.StartOf(Every(pattern), first, n + 1, Oslo));
            }
        }
    }

    [Fact]
    public void A_month_s_longest_review_lasts_27_days() =>
        Assert.Equal(27, ReviewCalendar.LongestDays(RecurrencePattern.Monthly));

    [Fact]
    public void Days_end_at_the_same_local_time()
    {
        Assert.Equal(Utc("2026-04-02T07:00"), ReviewCalendar.EndOf(Utc("2026-03-26T08:00"), 7, Oslo));
        Assert.Equal(Utc("2026-10-29T08:00"), ReviewCalendar.EndOf(Utc("2026-10-22T07:00"), 7, Oslo));
    }

    [Fact]
    public void A_one_time_review_comes_once()
    {
        Assert.Equal(Given.Now, Start(RecurrencePattern.OneTime, Given.Now, 1));
        Assert.Null(Start(RecurrencePattern.OneTime, Given.Now, 2));
    }

    [Fact]
    public void A_series_ends_after_its_count_or_on_its_last_day()
    {
        var thrice = Every(RecurrencePattern.Weekly) with { Count = 3 };
        Assert.NotNull(ReviewCalendar.StartOf(thrice, Given.Now, 3, Oslo));
        Assert.Null(ReviewCalendar.StartOf(thrice, Given.Now, 4, Oslo));

        // The last day is a day in the zone: 00:30 in Oslo is the day before in UTC.
        var first = Utc("2026-06-01T22:30");
        var until = Every(RecurrencePattern.Weekly) with { Until = new DateOnly(2026, 6, 9) };
        Assert.NotNull(ReviewCalendar.StartOf(until, first, 2, Oslo));
        Assert.Null(ReviewCalendar.StartOf(until with { Until = new DateOnly(2026, 6, 8) }, first, 2, Oslo));
    }

    [Fact]
    public void After_a_long_time_only_the_newest_is_left()
    {
        var weekly = Every(RecurrencePattern.Weekly);
        Assert.Equal(1, Newest(weekly, 1, Given.Now.AddDays(6)));
        Assert.Equal(2, Newest(weekly, 1, Given.Now.AddDays(7)));
        Assert.Equal(53, Newest(weekly, 2, Given.Now.AddDays(365)));
        Assert.Equal(4, Newest(weekly with { Count = 4 }, 2, Given.Now.AddDays(365)));
        Assert.Equal(3, Newest(weekly, 3, Given.Now));
    }

    [Fact]
    public void Time_does_not_run_over_at_its_end()
    {
        var late = Utc("9990-01-31T09:00");
        Assert.Null(ReviewCalendar.StartOf(Every(RecurrencePattern.Annually), late, 20, TimeZoneInfo.Utc));
        Assert.Null(ReviewCalendar.StartOf(Every(RecurrencePattern.Monthly), late, int.MaxValue, TimeZoneInfo.Utc));
        Assert.Null(ReviewCalendar.StartOf(Every(RecurrencePattern.Weekly), late, int.MaxValue, TimeZoneInfo.Utc));
    }

    private static int Newest(ReviewRecurrence recurrence, int from, DateTimeOffset now) =>
        ReviewCalendar.NewestAt(recurrence, Given.Now, from, TimeZoneInfo.Utc, now);

    private static DateTimeOffset? Start(RecurrencePattern pattern, DateTimeOffset first, int occurrence) =>
        ReviewCalendar.StartOf(Every(pattern), first, occurrence, Oslo);

    private static ReviewRecurrence Every(RecurrencePattern pattern) => new() { Pattern = pattern };

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse($"{text}Z", System.Globalization.CultureInfo.InvariantCulture);
}
