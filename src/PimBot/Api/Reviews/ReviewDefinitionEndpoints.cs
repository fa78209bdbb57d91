using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>Series of access reviews.</summary>
internal static class ReviewDefinitionEndpoints
{
    public const string Path = "accessReviews/definitions";

    public static void MapReviewDefinitions(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync)
            .Produces<ApiPage<ReviewDefinitionResource>>()
            .WithSummary("List the reviews that you may see, newest first.");
        api.MapPost(Path, StartAsync)
            .Produces<ReviewDefinitionResource>(StatusCodes.Status201Created)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Start a review, once or as a series. 204: it was only checked, and could be started.");
        api.MapGet($"{Path}/{{id}}", GetAsync).Produces<ReviewDefinitionResource>().WithSummary("Get one of them.");
        api.MapPost($"{Path}/{{id}}/stop", StopAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Stop it for good, with what runs and what lies ahead. Nothing of that is applied.");
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        ReviewSeriesId? before =
            ask.After is null ? null
            : Guid.TryParse(ask.After, out var guid) ? new ReviewSeriesId(guid)
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
        var found = await store.ReadAsync(
            (work, stop) => ReviewFinder.SeriesAsync(work, caller, before, ask.Top + 1, stop),
            context.RequestAborted
        );
        return ApiResults.Ok(ask.Page(context, found, series => series.Id));
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, ApiCaller caller, IPimStore store) =>
        ApiResults.Ok(
            await store.ReadAsync(
                (work, stop) => ReviewFinder.DefinitionAsync(work, caller, id, stop),
                context.RequestAborted
            )
        );

    private static async Task<IResult> StartAsync(
        JsonBody<ReviewDefinitionBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var command = ReviewWords.Command(body.Value, caller.Id);
        var (started, problem) = await store.CommitAsync<(AccessReview?, ApiProblem?)>(
            async (work, stop) =>
            {
                var viewer = await Viewer.ReadAsync(work, caller, stop);
                var decision = await StartReview.RunAsync(work, command, stop);
                return decision.IsAllowed ? (decision.Value, null)
                    : viewer.Sees(command.Access)
                        ? (null, await ReviewFinder.RefusedAsync(work, decision.Refusal, command.Access.Role, stop))
                    : (null, ApiProblem.NotFound);
            },
            context.RequestAborted
        );
        if (problem is not null)
        {
            return ApiResults.Of(problem);
        }

        if (command.IsValidationOnly)
        {
            return Results.NoContent();
        }

        var id = started!.Series.ToString();
        var made = await store.ReadAsync(
            (work, stop) => ReviewFinder.DefinitionAsync(work, caller, id, stop),
            context.RequestAborted
        );
        return ApiResults.Created(context, $"{ApiServices.Path}/{Path}/{id}", made);
    }

    private static async Task<IResult> StopAsync(string id, HttpContext context, ApiCaller caller, IPimStore store)
    {
        var problem = await store.CommitAsync(
            async (work, stop) =>
            {
                var series = await ReviewFinder.SeriesAsync(work, caller, id, stop);
                var newest = await NewestAsync(work, series, stop);
                var decision = await StopReview.RunAsync(work, caller.Id, newest.Id, isForSeries: true, stop);
                return decision.IsAllowed
                    ? null
                    : await ReviewFinder.RefusedAsync(work, decision.Refusal, series.Access.Role, stop);
            },
            context.RequestAborted
        );
        return problem is null ? Results.NoContent() : ApiResults.Of(problem);
    }

    // What runs before what lies ahead: that goes with the series.
    private static async Task<AccessReview> NewestAsync(
        IPimUnitOfWork work,
        ReviewSeries series,
        CancellationToken cancellation
    )
    {
        var all = await work.Reviews.ListAsync(new ReviewFilter { Series = series.Id }, 2, cancellation);
        return all.FirstOrDefault(review => review.State is ReviewState.InProgress) ?? all[0];
    }
}
