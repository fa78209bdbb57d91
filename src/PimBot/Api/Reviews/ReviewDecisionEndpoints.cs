using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Api.Reviews;

/// <summary>What is decided in an occurrence: everything for who may see the scope, their own items for reviewers.</summary>
internal static class ReviewDecisionEndpoints
{
    private const string Path = $"{ReviewInstanceEndpoints.Path}/{{id}}";

    public static void MapReviewDecisions(this IEndpointRouteBuilder api)
    {
        api.MapGet($"{Path}/decisions", ListAsync)
            .Produces<ApiPage<ReviewDecisionResource>>()
            .WithSummary("List the results of a review, or what you review in it.");
        api.MapPatch($"{Path}/decisions/{{item}}", AnswerAsync)
            .Produces<ReviewDecisionResource>()
            .WithSummary("Answer, or change an answer, as a reviewer. Needs If-Match.");
        api.MapPost($"{Path}/acceptRecommendations", AcceptAsync)
            .Produces<ReviewAcceptOutcome>()
            .WithSummary("Answer what nobody answered yet as it is recommended; at most 1,000 answers at once.");
    }

    private static async Task<IResult> ListAsync(
        string definition,
        string id,
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        var after =
            ask.After is null ? 0
            : int.TryParse(ask.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
        var (shown, last) = await store.ReadAsync(
            (work, stop) => PageAsync(work, caller, (definition, id), after, ask.Top, stop),
            context.RequestAborted
        );
        return ApiResults.Ok(PageAsk.Page(context, shown, last?.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<(IReadOnlyList<ReviewDecisionResource> Shown, int? Last)> PageAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        (string Definition, string Id) of,
        int after,
        int most,
        CancellationToken cancellation
    )
    {
        var (review, isForReviewer) = await ReviewFinder.InstanceAsync(
            work,
            caller,
            of.Definition,
            of.Id,
            cancellation
        );
        IReadOnlyList<ReviewItemView> items;
        bool hasMore;
        if (isForReviewer)
        {
            var own = await ReviewReader.PageAsync(work, caller.Id, review.Id, after, most, false, cancellation);
            (items, hasMore) = own.IsAllowed ? (own.Value.Items, own.Value.HasMore) : ([], false);
        }
        else
        {
            var all = await ReviewResultsReader.ReadAsync(work, caller.Id, review.Id, after, most, cancellation);
            (items, hasMore) = all.IsAllowed ? (all.Value.Items, all.Value.HasMore) : ([], false);
        }

        return (
            [.. items.Select(view => ReviewDecisionResource.Of(view, review))],
            hasMore ? items[^1].Item.Number : null
        );
    }

    private static async Task<IResult> AnswerAsync(
        string definition,
        string id,
        string item,
        JsonBody<ReviewAnswerBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var verdict = body.Value.Decision switch
        {
            nameof(ReviewVerdict.Approve) => ReviewVerdict.Approve,
            nameof(ReviewVerdict.Deny) => ReviewVerdict.Deny,
            nameof(ReviewVerdict.DontKnow) => ReviewVerdict.DontKnow,
            _ => throw ApiProblemException.Bad("Allowed are Approve, Deny and DontKnow.", "$.decision"),
        };
        var key = Guid.TryParse(item, out var guid) ? guid : throw new ApiProblemException(ApiProblem.NotFound);
        var (answered, problem) = await store.CommitAsync<(ReviewDecisionResource?, ApiProblem?)>(
            async (work, stop) =>
            {
                var (review, _) = await ReviewFinder.InstanceAsync(work, caller, definition, id, stop);
                var seen = await ReviewReader.ItemAsync(work, caller.Id, key, stop);
                if (
                    seen.IsAllowed
                    && EntityTag.Fault(context.Request, ReviewDecisionResource.Of(seen.Value, review).ETag!) is { } old
                )
                {
                    return (null, old);
                }

                var command = new RecordReviewAnswerCommand(
                    caller.Id,
                    review.Id,
                    key,
                    verdict,
                    body.Value.Justification
                );
                var decision = await RecordReviewAnswer.RunAsync(work, command, stop);
                if (!decision.IsAllowed)
                {
                    return (null, await RefusedAsync(work, decision.Refusal, review, stop));
                }

                // Thrown, so that nothing is answered that the caller could not read.
                var view = seen.Value ?? throw new ApiProblemException(ApiProblem.NotFound);
                return (ReviewDecisionResource.Of(view with { Item = decision.Value }, review), null);
            },
            context.RequestAborted
        );
        if (problem is not null)
        {
            return ApiResults.Of(problem);
        }

        EntityTag.Set(context.Response, answered!.ETag!);
        return ApiResults.Ok(answered);
    }

    private static Task<ApiProblem> RefusedAsync(
        IPimUnitOfWork work,
        Refusal refusal,
        AccessReview review,
        CancellationToken cancellation
    ) => ReviewFinder.RefusedAsync(work, refusal, review.Access.Role, cancellation);

    private static async Task<IResult> AcceptAsync(
        string definition,
        string id,
        JsonBody<ReviewAcceptBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var (accepted, problem) = await store.CommitAsync<(RecommendedAnswers?, ApiProblem?)>(
            async (work, stop) =>
            {
                var (review, _) = await ReviewFinder.InstanceAsync(work, caller, definition, id, stop);
                var command = new RecordRecommendedAnswersCommand(caller.Id, review.Id, body.Value.Justification);
                var decision = await RecordRecommendedAnswers.RunAsync(work, command, stop);
                return decision.IsAllowed
                    ? (decision.Value, null)
                    : (null, await RefusedAsync(work, decision.Refusal, review, stop));
            },
            context.RequestAborted
        );
        return problem is not null
            ? ApiResults.Of(problem)
            : ApiResults.Ok(
                new ReviewAcceptOutcome(accepted!.Recorded, accepted.Progress.Answered, accepted.Progress.Total)
            );
    }
}
