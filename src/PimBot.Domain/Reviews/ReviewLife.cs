using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>Every change of a series' or an occurrence's state, as pure functions.</summary>
public static class ReviewLife
{
    /// <summary>How often the start of an occurrence is tried again while another review of the same role and scope runs (ours).</summary>
    public static readonly TimeSpan RetryEvery = TimeSpan.FromHours(1);

    private static readonly TimeSpan AfterItsEnd = TimeSpan.FromMinutes(1);

    /// <summary>An occurrence of the series that lies ahead.</summary>
    public static AccessReview Schedule(ReviewSeries series, ReviewId id, int occurrence, DateTimeOffset start) =>
        new()
        {
            Id = id,
            Series = series.Id,
            Occurrence = occurrence,
            Name = series.Name,
            Access = series.Access,
            CreatedBy = series.CreatedBy,
            Settings = series.Settings,
            State = ReviewState.NotStarted,
            ScheduledStart = start,
        };

    /// <summary>It can't begin yet: another one of the same role and scope runs. That may be stopped before its end.</summary>
    public static AccessReview PutOff(AccessReview review, AccessReview running, DateTimeOffset now)
    {
        var end = (running.EndsAt > now ? running.EndsAt.Value : now) + AfterItsEnd;
        return review with { RetryAt = end < now + RetryEvery ? end : now + RetryEvery };
    }

    /// <summary>Answers are taken from now on. What has nobody to review is over at once.</summary>
    public static AccessReview Begin(AccessReview review, DateTimeOffset now, TimeZoneInfo zone, int items) =>
        review with
        {
            State = ReviewState.InProgress,
            StartedAt = now,
            EndsAt = items == 0 ? now : ReviewCalendar.EndOf(now, review.Settings.Days, zone),
            Reminded = items == 0,
            RetryAt = null,
        };

    /// <summary>Half time has passed.</summary>
    public static AccessReview Remind(AccessReview review) => review with { Reminded = true };

    /// <summary>Its time is over.</summary>
    public static AccessReview End(AccessReview review) => review with { State = ReviewState.Completing };

    /// <summary>Everything is decided.</summary>
    public static AccessReview Complete(AccessReview review, DateTimeOffset now) =>
        review with
        {
            State = ReviewState.Completed,
            SettledAt = now,
        };

    /// <summary>The results are applied from now on; <paramref name="by"/> null: by themselves.</summary>
    public static AccessReview Apply(AccessReview review, PersonId? by) =>
        review with
        {
            State = ReviewState.Applying,
            SettledBy = by,
        };

    /// <summary>Nothing more can be applied before <paramref name="at"/>.</summary>
    public static AccessReview ApplyLater(AccessReview review, DateTimeOffset at) => review with { RetryAt = at };

    /// <summary>Each item has its result.</summary>
    public static AccessReview Applied(AccessReview review, DateTimeOffset now) =>
        review with
        {
            State = ReviewState.Applied,
            SettledAt = now,
            RetryAt = null,
        };

    public static AccessReview Stop(AccessReview review, DateTimeOffset now, PersonId by) =>
        review with
        {
            State = ReviewState.Stopped,
            SettledAt = now,
            SettledBy = by,
            RetryAt = null,
        };

    /// <summary>No occurrence of the series lies ahead any more.</summary>
    public static ReviewSeries End(ReviewSeries series) => series with { State = ReviewSeriesState.Ended };

    public static ReviewSeries Stop(ReviewSeries series, PersonId by) =>
        series with
        {
            State = ReviewSeriesState.Stopped,
            StoppedBy = by,
        };
}
