using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Reads reviews and their results for those who manage or view the role's scope.</summary>
public static class ReviewResultsReader
{
    private const int PageSize = 100;

    /// <summary>The reviews that the person may see, newest first.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="filter">Which.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<IReadOnlyList<ReviewSummary>> ListAsync(
        IPimUnitOfWork work,
        PersonId person,
        ReviewFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var found = new List<ReviewSummary>();
        if (await AdministratorRights.FactsAsync(work, person, cancellation) is not { } facts)
        {
            return found;
        }

        IReadOnlyList<AccessReview> page;
        do
        {
            page = await work.Reviews.ListAsync(filter, PageSize, cancellation);
            foreach (var review in page)
            {
                var right = await AdministratorRights.OverAsync(work, facts, review.Access, cancellation);
                if (
                    found.Count < most
                    && ReviewRules.MayView(right) is null
                    && await SummaryAsync(work, review, cancellation) is { } summary
                )
                {
                    found.Add(summary);
                }
            }

            filter = page is [.., var last] ? filter with { Before = last.Id } : filter;
        } while (page.Count == PageSize && found.Count < most);

        return found;
    }

    /// <summary>A part of the results.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="id">The review.</param>
    /// <param name="after">The number of the last item before; 0: from the first on.</param>
    /// <param name="most">At most so many items.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static Task<Decision<ReviewResults>> ReadAsync(
        IPimUnitOfWork work,
        PersonId person,
        ReviewId id,
        int after,
        int most,
        CancellationToken cancellation
    ) => ReadAsync(work, person, new ReviewItemFilter(id) { After = after }, most, cancellation);

    /// <summary>A part of the results: of what matches, always by number.</summary>
    public static async Task<Decision<ReviewResults>> ReadAsync(
        IPimUnitOfWork work,
        PersonId person,
        ReviewItemFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var decision = await FindAsync(work, person, filter.Review, cancellation);
        if (!decision.IsAllowed)
        {
            return decision.Refusal;
        }

        var items = await work.ReviewItems.ListAsync(filter, most + 1, cancellation);
        var page = items.Take(most).OrderBy(item => item.Number).ToList();
        var views = await ReviewViews.OfAsync(work, page, cancellation);
        return new ReviewResults(decision.Value, views, items.Count > most);
    }

    /// <summary>The review, for whoever may read its results.</summary>
    public static async Task<Decision<ReviewSummary>> FindAsync(
        IPimUnitOfWork work,
        PersonId person,
        ReviewId id,
        CancellationToken cancellation
    )
    {
        if (await work.Reviews.FindAsync(id, cancellation) is not { } review)
        {
            return Refusal.Because(ReasonCode.UnknownReview);
        }

        var right = await AdministratorRights.OverAsync(work, person, review.Access, cancellation);
        if (ReviewRules.MayView(right) is { } refusal)
        {
            return refusal;
        }

        return await SummaryAsync(work, review, cancellation) is { } summary
            ? summary
            : Refusal.Because(ReasonCode.UnknownReview);
    }

    private static async Task<ReviewSummary?> SummaryAsync(
        IPimUnitOfWork work,
        AccessReview review,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(review.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([review.Access.Scope], cancellation)).SingleOrDefault();
        return role is null || scope is null
            ? null
            : new ReviewSummary(review, role, scope, await work.ReviewItems.TotalsAsync(review.Id, cancellation));
    }
}
