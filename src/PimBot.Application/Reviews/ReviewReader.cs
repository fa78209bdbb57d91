using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>Reads reviews for their reviewers: only what they answer themselves.</summary>
public static class ReviewReader
{
    /// <summary>What somebody has to review, what ends first before others; also what they have answered already.</summary>
    public static async Task<IReadOnlyList<ReviewTask>> ToReviewAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    )
    {
        if (
            await work.Directory.FindPersonAsync(person, cancellation) is not { } reviewer
            || !ReviewRules.MayReview(reviewer)
        )
        {
            return [];
        }

        var tasks = new List<ReviewTask>();
        foreach (var review in await work.Reviews.OfReviewerAsync(person, cancellation))
        {
            if (
                review.EndsAt > work.Now
                && await TaskAsync(work, review, reviewer, cancellation) is { Progress.Total: > 0 } task
            )
            {
                tasks.Add(task);
            }
        }

        return tasks;
    }

    /// <summary>A part of a review, whether it still runs or not.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">The reviewer.</param>
    /// <param name="id">The review.</param>
    /// <param name="after">The number of the last item before; 0: from the first on.</param>
    /// <param name="most">At most so many items.</param>
    /// <param name="isUnansweredOnly">Whether items that somebody answered are left out.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static Task<Decision<ReviewPage>> PageAsync(
        IPimUnitOfWork work,
        PersonId person,
        ReviewId id,
        int after,
        int most,
        bool isUnansweredOnly,
        CancellationToken cancellation
    ) =>
        PageAsync(
            work,
            person,
            new ReviewItemFilter(id) { After = after, IsUnanswered = isUnansweredOnly },
            most,
            cancellation
        );

    /// <summary>A part of a review, whether it still runs or not: of what matches, only what the person answers; always by number.</summary>
    public static async Task<Decision<ReviewPage>> PageAsync(
        IPimUnitOfWork work,
        PersonId person,
        ReviewItemFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var review = await work.Reviews.FindAsync(filter.Review, cancellation);
        var reviewer = await work.Directory.FindPersonAsync(person, cancellation);
        if (
            review is null
            || reviewer is null
            || await TaskAsync(work, review, reviewer, cancellation) is not { Progress.Total: > 0 } task
        )
        {
            return Refusal.Because(ReasonCode.UnknownReview);
        }

        var items = await work.ReviewItems.ListAsync(filter with { Reviewer = reviewer }, most + 1, cancellation);
        var page = items.Take(most).OrderBy(item => item.Number).ToList();
        var views = await ReviewViews.OfAsync(work, page, cancellation);
        return new ReviewPage(task, views, items.Count > most);
    }

    /// <summary>One item of those that the person answers.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">The reviewer.</param>
    /// <param name="id">The item.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <param name="membersSkipped">Of a group: how many members come before those that are named.</param>
    public static async Task<Decision<ReviewItemView>> ItemAsync(
        IPimUnitOfWork work,
        PersonId person,
        Guid id,
        CancellationToken cancellation,
        int membersSkipped = 0
    )
    {
        var item = await work.ReviewItems.FindAsync(id, cancellation);
        var reviewer = await work.Directory.FindPersonAsync(person, cancellation);
        if (item is null || reviewer is null)
        {
            return Refusal.Because(ReasonCode.UnknownReview);
        }

        var filter = new ReviewItemFilter(item.Review) { After = item.Number - 1, Reviewer = reviewer };
        var found = await work.ReviewItems.ListAsync(filter, 1, cancellation);
        return found is [var first] && first.Id == id
            ? (await ReviewViews.OfAsync(work, found, cancellation, membersSkipped))[0]
            : Refusal.Because(ReasonCode.UnknownReview);
    }

    /// <summary>One item for whom it concerns, who need not review it: who may see it is the caller's matter. Null: there is none.</summary>
    public static async Task<ReviewItemView?> RowAsync(IPimUnitOfWork work, Guid id, CancellationToken cancellation) =>
        await work.ReviewItems.FindAsync(id, cancellation) is { } item
            ? (await ReviewViews.OfAsync(work, [item], cancellation))[0]
            : null;

    private static async Task<ReviewTask?> TaskAsync(
        IPimUnitOfWork work,
        AccessReview review,
        Person reviewer,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(review.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([review.Access.Scope], cancellation)).SingleOrDefault();
        return role is null || scope is null
            ? null
            : new ReviewTask(
                review,
                role,
                scope,
                await work.ReviewItems.ProgressAsync(review.Id, reviewer, cancellation)
            );
    }
}
