using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Begins occurrences, and makes the one that lies ahead. The only place where reviews begin.</summary>
internal static class ReviewStart
{
    public static TimeZoneInfo ZoneOf(ReviewSettings settings) =>
        TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>
    /// An occurrence's time has come. Of several that were missed only the newest begins; while another review of the
    /// same role and scope runs, it waits.
    /// </summary>
    public static async Task AtItsTimeAsync(IPimUnitOfWork work, AccessReview review, CancellationToken cancellation)
    {
        if (await work.Reviews.FindSeriesAsync(review.Series, cancellation) is not { } series)
        {
            return;
        }

        var newest = Newest(work, review, series);
        if (newest.Occurrence != review.Occurrence)
        {
            var missed = $"occurrences={review.Occurrence}-{newest.Occurrence - 1}";
            work.Audit.Append(AuditEvents.Of(AuditAction.ReviewMissed, newest, null, missed));
        }

        if (await work.Reviews.FindRunningAsync(review.Access, cancellation) is { } running)
        {
            // One whose time is over is about to end.
            if (review.RetryAt is null && running.EndsAt > work.Now)
            {
                work.Audit.Append(AuditEvents.Of(AuditAction.ReviewPutOff, newest, null, $"running={running.Id}"));
            }

            work.Reviews.Update(review, ReviewLife.PutOff(newest, running, work.Now));
            return;
        }

        var members = await ReviewMembersReader.ReadAsync(work, newest, cancellation);
        await BeginAsync(work, review, newest, series, members, cancellation);
    }

    /// <param name="work">The unit of work.</param>
    /// <param name="before">The occurrence as it was stored; null: it is new.</param>
    /// <param name="review">The occurrence.</param>
    /// <param name="series">Its series, stored or added.</param>
    /// <param name="members">Its members.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AccessReview> BeginAsync(
        IPimUnitOfWork work,
        AccessReview? before,
        AccessReview review,
        ReviewSeries series,
        ReviewMembers members,
        CancellationToken cancellation
    )
    {
        var begun = ReviewLife.Begin(review, work.Now, ZoneOf(review.Settings), members.Items.Count);
        if (before is null)
        {
            work.Reviews.Add(begun);
        }
        else
        {
            work.Reviews.Update(before, begun);
        }

        foreach (var item in members.Items)
        {
            work.ReviewItems.Add(item);
        }

        foreach (var reviewer in members.Reviewers)
        {
            work.ReviewItems.Add(reviewer);
        }

        work.Audit.Append(
            AuditEvents.Of(AuditAction.ReviewStarted, begun, null, $"{begun.Occurrence} items={members.Items.Count}")
        );
        ReviewWord.Started(work, begun, members);
        await ScheduleNextAsync(work, series, begun.Occurrence, cancellation);
        return begun;
    }

    /// <summary>Makes the occurrence after this one; without one the series is at its end.</summary>
    public static async Task ScheduleNextAsync(
        IPimUnitOfWork work,
        ReviewSeries series,
        int occurrence,
        CancellationToken cancellation
    )
    {
        // What was changed in this unit is judged as it was saved.
        var stored = await work.Reviews.FindSeriesAsync(series.Id, cancellation) ?? series;
        if (stored.State is not ReviewSeriesState.Active)
        {
            return;
        }

        var recurrence = stored.Settings.Recurrence;
        if (ReviewCalendar.StartOf(recurrence, stored.First, occurrence + 1, ZoneOf(stored.Settings)) is { } start)
        {
            // After the id of the one that was made at this very instant: lists of them have an order.
            var id = new ReviewId(Guid.CreateVersion7(work.Now.AddMilliseconds(1)));
            work.Reviews.Add(ReviewLife.Schedule(stored, id, occurrence + 1, start));
        }
        else
        {
            work.Reviews.Update(stored, ReviewLife.End(stored));
        }
    }

    private static AccessReview Newest(IPimUnitOfWork work, AccessReview review, ReviewSeries series)
    {
        var (recurrence, zone) = (series.Settings.Recurrence, ZoneOf(series.Settings));
        var newest = ReviewCalendar.NewestAt(recurrence, series.First, review.Occurrence, zone, work.Now);
        return newest == review.Occurrence
            ? review
            : review with
            {
                Occurrence = newest,
                ScheduledStart = ReviewCalendar.StartOf(recurrence, series.First, newest, zone)!.Value,
            };
    }
}
