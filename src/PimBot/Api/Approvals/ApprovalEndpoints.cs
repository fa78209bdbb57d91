using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Access;
using PimBot.Api.Activations;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Approvals;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Api.Approvals;

/// <summary>What waits for the caller, and the caller's word on it.</summary>
internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder api)
    {
        api.MapGet("roleAssignmentApprovals", ListAsync)
            .Produces<ApiPage<ApprovalResource>>()
            .WithSummary("List what waits for your decision.");
        api.MapGet("roleAssignmentApprovals/{id}", GetAsync)
            .Produces<ApprovalResource>()
            .WithSummary("Get one of them.");
        api.MapPatch("roleAssignmentApprovals/{id}", DecideAsync)
            .Produces<ApprovalResource>()
            .WithSummary("Approve or deny. Needs If-Match. The first decision settles it.");
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
        var all = await ReadAsync(store, caller, context.RequestAborted);
        return ApiResults.Ok(ask.Of(context, all, a => $"{a.Request.CreatedDateTime.UtcTicks:D20} {a.Id}"));
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, ApiCaller caller, IPimStore store)
    {
        var all = await ReadAsync(store, caller, context.RequestAborted);
        if (all.FirstOrDefault(a => a.Id == id) is not { } found)
        {
            return ApiResults.Of(ApiProblem.NotFound);
        }

        EntityTag.Set(context.Response, found.ETag);
        return ApiResults.Ok(found);
    }

    private static async Task<IResult> DecideAsync(
        string id,
        JsonBody<ApprovalBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store,
        ActivationRequests activations
    )
    {
        var verdict = body.Value.ReviewResult switch
        {
            nameof(Verdict.Approve) => Verdict.Approve,
            nameof(Verdict.Deny) => Verdict.Deny,
            _ => throw ApiProblemException.Bad("Allowed are Approve and Deny.", "$.reviewResult"),
        };
        var (settled, problem) = await store.CommitAsync(
            (work, stop) =>
                SettleAsync(
                    work,
                    context.Request,
                    new Decider(caller, verdict, body.Value, activations.IsVerified(caller, work.Now)),
                    id,
                    stop
                ),
            context.RequestAborted
        );
        if (problem is not null)
        {
            return ApiResults.Of(problem);
        }

        EntityTag.Set(context.Response, settled!.ETag);
        return ApiResults.Ok(settled);
    }

    private static async Task<(ApprovalResource? Settled, ApiProblem? Problem)> SettleAsync(
        IPimUnitOfWork work,
        HttpRequest http,
        Decider decider,
        string id,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, decider.Caller, cancellation);
        RequestId? requestId = Guid.TryParse(id, out var guid) ? new RequestId(guid) : null;
        if (requestId is { } first && await work.Requests.FindAsync(first, cancellation) is { } activation)
        {
            var isSeen = await RequestReader.MayDecideAsync(work, activation, viewer.Person.Id, cancellation);
            return isSeen && Outdated(http, ApprovalReader.Of(activation)) is { } old
                ? (null, old)
                : await OnActivationAsync(work, decider, activation, cancellation);
        }

        if (requestId is { } second && await work.AssignmentRequests.FindAsync(second, cancellation) is { } request)
        {
            return viewer.Sees(request.Access) && Outdated(http, ApprovalReader.Of(request)) is { } old
                ? (null, old)
                : await OnAssignmentAsync(work, decider, request, cancellation);
        }

        var unknown = Refusal.Because(ReasonCode.UnknownRequest);
        return (null, await RefusalProblem.OfAsync(work, unknown, null, cancellation));
    }

    // Only for who may see it: an outsider is answered as if there were none. What is settled already is said in the
    // refusal's own words, whatever the caller has seen.
    private static ApiProblem? Outdated(HttpRequest http, ApprovalResource approval) =>
        approval.Status == "Completed" && http.Headers.IfMatch.Count > 0 ? null : EntityTag.Fault(http, approval.ETag);

    private static async Task<(ApprovalResource? Settled, ApiProblem? Problem)> OnActivationAsync(
        IPimUnitOfWork work,
        Decider decider,
        ActivationRequest request,
        CancellationToken cancellation
    )
    {
        if (decider.Body.ScheduleInfo is not null || decider.Body.AssignmentType is not null)
        {
            throw ApiProblemException.Bad(
                "An activation is approved as it was asked for, or denied.",
                "$.scheduleInfo"
            );
        }

        var command = new DecideActivationCommand(
            request.Id,
            decider.Caller.Id,
            decider.Verdict,
            decider.Body.Justification
        );
        var decision = await DecideActivation.RunAsync(work, command, cancellation);
        return decision.IsAllowed
            ? (ApprovalReader.Of(decision.Value), null)
            : (null, await RefusedAsync(work, decision.Refusal, request.Access, cancellation));
    }

    private static async Task<(ApprovalResource? Settled, ApiProblem? Problem)> OnAssignmentAsync(
        IPimUnitOfWork work,
        Decider decider,
        AssignmentRequest request,
        CancellationToken cancellation
    )
    {
        var command = new DecideAssignmentRequestCommand(
            request.Id,
            decider.Caller.Id,
            decider.Verdict,
            decider.Body.Justification,
            Instead(decider.Body, request, work.Now),
            decider.IsVerified
        );
        var decision = await DecideAssignmentRequest.RunAsync(work, command, cancellation);
        return decision.IsAllowed
            ? (ApprovalReader.Of(decision.Value), null)
            : (null, await RefusedAsync(work, decision.Refusal, request.Access, cancellation));
    }

    private static AssignmentAsk? Instead(ApprovalBody body, AssignmentRequest request, DateTimeOffset now)
    {
        if (body is { ScheduleInfo: null, AssignmentType: null })
        {
            return null;
        }

        var type = body.AssignmentType is { } name
            ? Names.Find<AssignmentType>(name)
                ?? throw ApiProblemException.Bad("Allowed are eligible and active.", "$.assignmentType")
            : request.Ask.Type;
        if (body.ScheduleInfo is not { } schedule)
        {
            return request.Ask with { Type = type };
        }

        var expiration =
            schedule.Expiration
            ?? throw ApiProblemException.Bad("This member is missing.", "$.scheduleInfo.expiration");
        var begin = schedule.StartDateTime > now ? schedule.StartDateTime.Value : now;
        return request.Ask with { Type = type, Start = schedule.StartDateTime, End = expiration.EndFrom(begin) };
    }

    // Nothing is told of what one has nothing to do with: neither the role nor that there is a request.
    private static Task<ApiProblem> RefusedAsync(
        IPimUnitOfWork work,
        Refusal refusal,
        RoleScope access,
        CancellationToken cancellation
    ) =>
        RefusalProblem.OfAsync(
            work,
            refusal,
            refusal.Code is ReasonCode.UnknownRequest ? null : access.Role,
            cancellation
        );

    private static Task<IReadOnlyList<ApprovalResource>> ReadAsync(
        IPimStore store,
        ApiCaller caller,
        CancellationToken cancellation
    ) =>
        store.ReadAsync(
            async (work, stop) =>
                await ApprovalReader.ListAsync(work, await Viewer.ReadAsync(work, caller, stop), stop),
            cancellation
        );

    private sealed record Decider(ApiCaller Caller, Verdict Verdict, ApprovalBody Body, bool IsVerified);
}
