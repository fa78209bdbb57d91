using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>Reads a review's answers and results, a page at a time.</summary>
internal static class ReviewResultsPages
{
    /// <summary>Null for whoever sees nothing of its scope.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="id">The review.</param>
    /// <param name="part">Which results.</param>
    /// <param name="from">The item beside which the page lies; 0: the first page.</param>
    /// <param name="isBack">Whether it lies before that item.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<ReviewResultsPage?> ReadAsync(
        IPimUnitOfWork work,
        PersonId reader,
        ReviewId id,
        ReviewPart part,
        int from,
        bool isBack,
        CancellationToken cancellation
    )
    {
        var all = new ReviewItemFilter(id) { Results = ResultsOf(part) };
        var filter = isBack ? all with { Before = from } : all with { After = from };
        var decision = await ReviewResultsReader.ReadAsync(work, reader, filter, ReviewResultsCard.Most, cancellation);
        if (!decision.IsAllowed)
        {
            return null;
        }

        var rows = decision.Value.Items;
        return new ReviewResultsPage
        {
            View = await ReviewViewReader.OfAsync(work, decision.Value.Summary, cancellation),
            Part = part,
            Rows = rows,
            HasPrevious =
                rows.Count > 0 && await AnyAsync(work, all with { Before = rows[0].Item.Number }, cancellation),
            HasNext = rows.Count > 0 && await AnyAsync(work, all with { After = rows[^1].Item.Number }, cancellation),
        };
    }

    private static async Task<bool> AnyAsync(
        IPimUnitOfWork work,
        ReviewItemFilter filter,
        CancellationToken cancellation
    ) => (await work.ReviewItems.ListAsync(filter, 1, cancellation)).Count > 0;

    private static IReadOnlyList<ReviewItemResult> ResultsOf(ReviewPart part) =>
        part switch
        {
            ReviewPart.Lost => [ReviewItemResult.Removed, ReviewItemResult.Gone],
            ReviewPart.Kept => [ReviewItemResult.Kept, ReviewItemResult.Refused, ReviewItemResult.Changed],
            ReviewPart.Waiting => [ReviewItemResult.Open, ReviewItemResult.ToRemove, ReviewItemResult.Waiting],
            _ => [],
        };
}
