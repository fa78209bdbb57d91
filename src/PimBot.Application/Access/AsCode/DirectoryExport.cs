using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access.AsCode;

/// <summary>Reads everything that a directory file can say from the store.</summary>
public static class DirectoryExport
{
    private const int PageSize = 5000;

    /// <summary>One consistent state. Assignments that are over are not part of it.</summary>
    public static async Task<DirectoryContents> ReadAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        new(
            await work.Directory.AllPeopleAsync(cancellation),
            await work.Directory.AllGroupsAsync(cancellation),
            await work.Directory.AllScopesAsync(cancellation),
            await work.Directory.RolesAsync(cancellation),
            await work.Directory.AllPoliciesAsync(cancellation),
            await AssignmentsAsync(work, cancellation)
        )
        {
            ReadAt = work.Now,
            Reviews = await ReviewsAsync(work, cancellation),
            HasReviews = true,
            Alerts = await AlertsAsync(work, cancellation),
            HasAlerts = true,
        };

    private static async Task<IReadOnlyList<Assignment>> AssignmentsAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var all = new List<Assignment>();
        IReadOnlyList<Assignment> page;
        do
        {
            var filter = new AssignmentFilter { After = all.Count == 0 ? null : all[^1].Id };
            page = await work.Assignments.ListAsync(filter, PageSize, cancellation);
            all.AddRange(page);
        } while (page.Count == PageSize);

        return all;
    }

    // One that an administrator ended for good is no part of it; one that came to its end is, so that it is not begun again.
    private static async Task<IReadOnlyList<DirectoryReview>> ReviewsAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    )
    {
        var all = new List<DirectoryReview>();
        IReadOnlyList<ReviewSeries> page;
        ReviewSeriesId? last = null;
        do
        {
            page = await work.Reviews.ListSeriesAsync(last, PageSize, cancellation);
            foreach (var series in page.Where(s => s.State is not ReviewSeriesState.Stopped))
            {
                all.Add(await ReviewAsync(work, series, cancellation));
            }

            last = page.Count == 0 ? null : page[^1].Id;
        } while (page.Count == PageSize);

        return all;
    }

    private static async Task<DirectoryReview> ReviewAsync(
        IPimUnitOfWork work,
        ReviewSeries series,
        CancellationToken cancellation
    )
    {
        var ahead =
            series.State is ReviewSeriesState.Active
                ? await work.Reviews.FindNotStartedAsync(series.Id, cancellation)
                : null;
        return new DirectoryReview
        {
            Access = series.Access,
            Name = series.Name,
            First = series.First,
            Settings = series.Settings,
            Ahead = ahead?.Id,
            WaitingSince = ahead?.ScheduledStart <= work.Now ? ahead.ScheduledStart : null,
            IsOver = ahead is null,
        };
    }

    private static async Task<IReadOnlyList<DirectoryAlert>> AlertsAsync(
        IPimUnitOfWork work,
        CancellationToken cancellation
    ) =>
        [
            .. (await work.Alerts.AllAsync(cancellation))
                .Select(a => new DirectoryAlert(a.Key, a.IsEnabled, a.Thresholds))
                .Where(a => a != DirectoryAlert.Default(a.Key)),
        ];
}
