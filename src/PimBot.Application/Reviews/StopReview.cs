using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>An administrator ends a review for good: one occurrence, or the series with all that lies ahead. Nothing of it is applied.</summary>
public static class StopReview
{
    /// <param name="work">The unit of work.</param>
    /// <param name="actor">Who.</param>
    /// <param name="id">The occurrence, or any of the series.</param>
    /// <param name="isForSeries">Whether no further occurrence is to begin.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static Task<Decision<AccessReview>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId id,
        bool isForSeries,
        CancellationToken cancellation
    ) => RunAsync(work, actor, id, isForSeries, isByOperator: false, cancellation);

    /// <summary>A directory file ends a series: the occurrence that lies ahead goes with it, and one that runs goes on.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="actor">In whose name.</param>
    /// <param name="ahead">The occurrence that lies ahead.</param>
    /// <param name="isByOperator">Whether that is whoever operates the machine, who manages everything.</param>
    /// <param name="cancellation">Stops the read.</param>
    internal static Task<Decision<AccessReview>> EndSeriesAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId ahead,
        bool isByOperator,
        CancellationToken cancellation
    ) => RunAsync(work, actor, ahead, isForSeries: true, isByOperator, cancellation);

    private static async Task<Decision<AccessReview>> RunAsync(
        IPimUnitOfWork work,
        PersonId actor,
        ReviewId id,
        bool isForSeries,
        bool isByOperator,
        CancellationToken cancellation
    )
    {
        var (review, refusal) = await ReviewAdministration.FindAsync(
            work,
            actor,
            id,
            "stop",
            cancellation,
            isByOperator
        );
        if (refusal is not null)
        {
            return refusal;
        }

        var mayStop = ReviewRules.MayStop(review!);
        var stopped = isForSeries && await StopSeriesAsync(work, actor, review!, cancellation);
        if (mayStop is not null)
        {
            return stopped ? review! : mayStop;
        }

        return await StopOneAsync(work, actor, review!, cancellation);
    }

    // The occurrence that lies ahead goes with it; what is over stays as it is.
    private static async Task<bool> StopSeriesAsync(
        IPimUnitOfWork work,
        PersonId actor,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        if (
            await work.Reviews.FindSeriesAsync(review.Series, cancellation)
            is not { State: ReviewSeriesState.Active } series
        )
        {
            return false;
        }

        work.Reviews.Update(series, ReviewLife.Stop(series, actor));
        if (await work.Reviews.FindNotStartedAsync(series.Id, cancellation) is { } ahead && ahead.Id != review.Id)
        {
            await StopOneAsync(work, actor, ahead, cancellation);
        }

        return true;
    }

    private static async Task<AccessReview> StopOneAsync(
        IPimUnitOfWork work,
        PersonId actor,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        var stopped = ReviewLife.Stop(review, work.Now, actor);
        work.Reviews.Update(review, stopped);
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewStopped, stopped, actor, $"{review.State}"));
        if (review.State is ReviewState.InProgress)
        {
            await ReviewWord.SettledAsync(work, stopped, cancellation);
            var starter = await work.Directory.FindPersonAsync(review.CreatedBy, cancellation);
            var told = starter is { Enabled: true } && starter.Id != actor ? [starter.Id] : Array.Empty<PersonId>();
            ReviewWord.Tell(work, ReviewNoticeKind.Stopped, stopped, told, null);
        }
        else if (await work.Reviews.FindSeriesAsync(review.Series, cancellation) is { } series)
        {
            await ReviewStart.ScheduleNextAsync(work, series, review.Occurrence, cancellation);
        }

        return stopped;
    }
}
