using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>Reads the names and numbers that a review is shown with.</summary>
internal static class ReviewViewReader
{
    /// <summary>Null when there is no such review, or its role or scope is gone.</summary>
    public static async Task<ReviewView?> FindAsync(IPimUnitOfWork work, ReviewId id, CancellationToken cancellation)
    {
        if (await work.Reviews.FindAsync(id, cancellation) is not { } review)
        {
            return null;
        }

        var role = await work.Directory.FindRoleAsync(review.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([review.Access.Scope], cancellation)).SingleOrDefault();
        return role is null || scope is null ? null : await OfAsync(work, review, role, scope, cancellation);
    }

    public static Task<ReviewView> OfAsync(IPimUnitOfWork work, ReviewTask task, CancellationToken cancellation) =>
        OfAsync(work, task.Review, task.Role, task.Scope, cancellation);

    public static async Task<ReviewView> OfAsync(
        IPimUnitOfWork work,
        ReviewSummary summary,
        CancellationToken cancellation
    ) => await NamedAsync(work, summary.Review, summary.Role, summary.Scope, summary.Totals, cancellation);

    private static async Task<ReviewView> OfAsync(
        IPimUnitOfWork work,
        AccessReview review,
        Role role,
        Scope scope,
        CancellationToken cancellation
    )
    {
        var totals = await work.ReviewItems.TotalsAsync(review.Id, cancellation);
        return await NamedAsync(work, review, role, scope, totals, cancellation);
    }

    private static async Task<ReviewView> NamedAsync(
        IPimUnitOfWork work,
        AccessReview review,
        Role role,
        Scope scope,
        ReviewTotals totals,
        CancellationToken cancellation
    )
    {
        var ids = new[] { review.CreatedBy, review.SettledBy }.OfType<PersonId>().ToHashSet();
        var people = (await work.Directory.PeopleAsync(ids, cancellation)).ToDictionary(p => p.Id);
        return new ReviewView
        {
            Now = work.Now,
            Review = review,
            Role = role,
            Scope = scope,
            Totals = totals,
            CreatedBy = people.GetValueOrDefault(review.CreatedBy),
            SettledBy = review.SettledBy is { } by ? people.GetValueOrDefault(by) : null,
        };
    }
}
