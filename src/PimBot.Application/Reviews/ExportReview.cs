using System.Runtime.CompilerServices;
using PimBot.Application.Audit;
using PimBot.Application.Exports;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>
/// Copies the results of a review for whoever may read them, page by page in short reads: memory is flat however many
/// members there are. That they were copied is recorded first.
/// </summary>
public static class ExportReview
{
    /// <summary>Rows that are read, and held, at once.</summary>
    public const int PageSize = 500;

    /// <summary>Records that the copy is taken; refused to whom the results are not shown either.</summary>
    public static async Task<Decision<ReviewExportPlan>> BeginAsync(
        IPimUnitOfWork work,
        PersonId reader,
        ReviewId review,
        ExportFormat format,
        CancellationToken cancellation
    )
    {
        var decision = await ReviewResultsReader.FindAsync(work, reader, review, cancellation);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var found = decision.Value;
        work.Audit.Append(AuditEvents.Of(AuditAction.ReviewExported, found.Review, reader, $"{format}"));
        return new ReviewExportPlan(found, format);
    }

    /// <summary>The rows, by number.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<ReviewItemView>> PagesAsync(
        IPimStore store,
        ReviewExportPlan plan,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var filter = new ReviewItemFilter(plan.Summary.Review.Id);
        IReadOnlyList<ReviewItemView> page;
        do
        {
            var asked = filter;
            page = await store.ReadAsync((work, stop) => ReadAsync(work, asked, stop), cancellation);
            yield return page;
            filter = page is [.., var last] ? filter with { After = last.Item.Number } : filter;
        } while (page.Count == PageSize);
    }

    private static async Task<IReadOnlyList<ReviewItemView>> ReadAsync(
        IPimUnitOfWork work,
        ReviewItemFilter filter,
        CancellationToken cancellation
    ) =>
        await ReviewViews.OfAsync(work, await work.ReviewItems.ListAsync(filter, PageSize, cancellation), cancellation);
}
