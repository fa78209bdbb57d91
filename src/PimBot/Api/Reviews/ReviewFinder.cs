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
        var found = new List<ReviewSeries>();
        IReadOnlyList<ReviewSeries> page;
        do
        {
            page = await work.Reviews.ListSeriesAsync(before, PageSize, cancellation);
            found.AddRange(page.Where(s => viewer.Sees(s.Access)));
            before = page is [.., var last] ? last.Id : before;
        } while (page.Count == PageSize && found.Count < most);

        var definitions = new List<ReviewDefinitionResource>();
        foreach (var series in found.Take(most))
        {
            definitions.Add(await DefinitionAsync(work, series, cancellation));
        }

        return definitions;
    }

    /// <inheritdoc cref="SeriesAsync(IPimUnitOfWork, ApiCaller, string, CancellationToken)"/>
    public static async Task<ReviewDefinitionResource> DefinitionAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        string id,
        CancellationToken cancellation
    ) => await DefinitionAsync(work, await SeriesAsync(work, caller, id, cancellation), cancellation);

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

    private static async Task<ReviewDefinitionResource> DefinitionAsync(
        IPimUnitOfWork work,
        ReviewSeries series,
        CancellationToken cancellation
    )
    {
        var running = await work.Reviews.FindRunningAsync(series.Access, cancellation);
        return ReviewDefinitionResource.Of(series, running?.Series == series.Id);
    }
}
