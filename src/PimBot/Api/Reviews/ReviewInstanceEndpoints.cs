using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>The occurrences of a series.</summary>
internal static class ReviewInstanceEndpoints
{
    public const string Path = $"{ReviewDefinitionEndpoints.Path}/{{definition}}/instances";

    public static void MapReviewInstances(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync)
            .Produces<ApiPage<ReviewInstanceResource>>()
            .WithSummary("List the occurrences of a review, newest first.");
        api.MapGet($"{Path}/{{id}}", GetAsync)
            .Produces<ReviewInstanceResource>()
            .WithSummary("Get one of them, also as its reviewer.");
        api.MapPost($"{Path}/{{id}}/stop", StopAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Stop this occurrence for good. Nothing of it is applied.");
        api.MapPost($"{Path}/{{id}}/resetDecisions", ResetAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Take back every answer while it runs.");
        api.MapPost($"{Path}/{{id}}/applyDecisions", ApplyAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Let the results of a completed review be applied.");
    }

    private static async Task<IResult> ListAsync(
        string definition,
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        ReviewId? before =
            ask.After is null ? null
            : Guid.TryParse(ask.After, out var guid) ? new ReviewId(guid)
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
        var found = await store.ReadAsync(
            async (work, stop) =>
            {
                var series = await ReviewFinder.SeriesAsync(work, caller, definition, stop);
                var filter = new ReviewFilter { Series = series.Id, Before = before };
                return await work.Reviews.ListAsync(filter, ask.Top + 1, stop);
            },
            context.RequestAborted
        );
        return ApiResults.Ok(
            ask.Page(context, [.. found.Select(ReviewInstanceResource.Of)], (ReviewInstanceResource r) => r.Id)
        );
    }

    private static async Task<IResult> GetAsync(
        string definition,
        string id,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var (review, _) = await store.ReadAsync(
            (work, stop) => ReviewFinder.InstanceAsync(work, caller, definition, id, stop),
            context.RequestAborted
        );
        return ApiResults.Ok(ReviewInstanceResource.Of(review));
    }

    private static Task<IResult> StopAsync(
        string definition,
        string id,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    ) =>
        DoAsync(
            (definition, id),
            context,
            caller,
            store,
            (work, review, stop) => StopReview.RunAsync(work, caller.Id, review, isForSeries: false, stop)
        );

    private static Task<IResult> ResetAsync(
        string definition,
        string id,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    ) =>
        DoAsync(
            (definition, id),
            context,
            caller,
            store,
            (work, review, stop) => ResetReview.RunAsync(work, caller.Id, review, stop)
        );

    private static Task<IResult> ApplyAsync(
        string definition,
        string id,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    ) =>
        DoAsync(
            (definition, id),
            context,
            caller,
            store,
            (work, review, stop) => ApplyReview.RunAsync(work, caller.Id, review, stop)
        );

    private static async Task<IResult> DoAsync(
        (string Definition, string Id) of,
        HttpContext context,
        ApiCaller caller,
        IPimStore store,
        Func<IPimUnitOfWork, ReviewId, CancellationToken, Task<Decision<AccessReview>>> deed
    )
    {
        var problem = await store.CommitAsync(
            async (work, stop) =>
            {
                var (review, _) = await ReviewFinder.InstanceAsync(work, caller, of.Definition, of.Id, stop);
                var decision = await deed(work, review.Id, stop);
                return decision.IsAllowed
                    ? null
                    : await ReviewFinder.RefusedAsync(work, decision.Refusal, review.Access.Role, stop);
            },
            context.RequestAborted
        );
        return problem is null ? Results.NoContent() : ApiResults.Of(problem);
    }
}
