using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>Finds reviews of which the caller may know; all others are answered as if there were none.</summary>
internal static class ReviewFinder
{
    private const int PageSize = 100;

    /// <summary>The series that the caller may see, newest first.</summary>
    public static async Task<IReadOnlyList<ReviewDefinitionResource>> SeriesAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        ReviewSeriesId? before,
        int most,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        var found = new List<ReviewDefinitionResource>();
        IReadOnlyList<ReviewSeries> page;
        do
        {
            page = await work.Reviews.ListSeriesAsync(before, PageSize, cancellation);
            found.AddRange(page.Where(s => viewer.Sees(s.Access)).Select(ReviewDefinitionResource.Of));
            before = page is [.., var last] ? last.Id : before;
        } while (page.Count == PageSize && found.Count < most);

        return [.. found.Take(most)];
    }

    /// <exception cref="ApiProblemException">There is none, or none that the caller may see.</exception>
    public static async Task<ReviewSeries> SeriesAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        string id,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        return
            Guid.TryParse(id, out var guid)
            && await work.Reviews.FindSeriesAsync(new ReviewSeriesId(guid), cancellation) is { } series
            && viewer.Sees(series.Access)
            ? series
            : throw new ApiProblemException(ApiProblem.NotFound);
    }

    /// <summary>For who may see the scope, and for its reviewers.</summary>
    /// <exception cref="ApiProblemException">There is none, or none that the caller may see.</exception>
    public static async Task<(AccessReview Review, bool IsForReviewer)> InstanceAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        string definition,
        string id,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        if (
            !Guid.TryParse(definition, out var series)
            || !Guid.TryParse(id, out var guid)
            || await work.Reviews.FindAsync(new ReviewId(guid), cancellation) is not { } review
            || review.Series.Value != series
        )
        {
            throw new ApiProblemException(ApiProblem.NotFound);
        }

        var isSeen = viewer.Sees(review.Access);
        return isSeen || await ReviewsAsync(work, review, viewer.Person, cancellation)
            ? (review, !isSeen)
            : throw new ApiProblemException(ApiProblem.NotFound);
    }

    /// <summary>The refusal as the chat says it; of what the caller may not know nothing is named.</summary>
    public static Task<ApiProblem> RefusedAsync(
        IPimUnitOfWork work,
        Refusal refusal,
        RoleId? role,
        CancellationToken cancellation
    ) => RefusalProblem.OfAsync(work, refusal, refusal.Code is ReasonCode.UnknownReview ? null : role, cancellation);

    private static async Task<bool> ReviewsAsync(
        IPimUnitOfWork work,
        AccessReview review,
        Person person,
        CancellationToken cancellation
    ) => (await work.ReviewItems.ProgressAsync(review.Id, person, cancellation)).Total > 0;
}
