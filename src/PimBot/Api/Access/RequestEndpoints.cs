using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Activations;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Api.Access;

/// <summary>Requests, in Graph's two collections: about eligibilities, and about active assignments and activations.</summary>
internal static class RequestEndpoints
{
    public const string Eligibilities = "roleEligibilityScheduleRequests";
    public const string Assignments = "roleAssignmentScheduleRequests";

    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        Map(api, Eligibilities, AssignmentType.Eligible);
        Map(api, Assignments, AssignmentType.Active);
    }

    private static void Map(IEndpointRouteBuilder api, string collection, AssignmentType type)
    {
        api.MapGet(collection, List(type))
            .Produces<ApiPage<ScheduleRequestResource>>()
            .WithSummary("List requests, newest first.");
        api.MapGet($"{collection}/{{id}}", Get(type)).Produces<ScheduleRequestResource>().WithSummary("Get a request.");
        api.MapPost(collection, Post(collection, type))
            .Produces<ScheduleRequestResource>(StatusCodes.Status201Created)
            .Produces<ScheduleRequestResource>()
            .WithSummary("Ask for, or order, a change; with isValidationOnly only say whether it would be allowed.");
        api.MapPost($"{collection}/{{id}}/cancel", Cancel(type))
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Take a pending request back.");
    }

    private static Delegate List(AssignmentType type) =>
        async (
            string? role,
            string? scope,
            string? principal,
            string? status,
            [FromQuery(Name = "$top")] int? top,
            [FromQuery(Name = "$skipToken")] string? skipToken,
            HttpContext context,
            ApiCaller caller,
            IPimStore store
        ) =>
        {
            var ask = PageAsk.Of(top, skipToken);
            var filter = new ScheduleFilter(role, scope, principal);
            var (found, last) = await store.ReadAsync(
                async (work, stop) =>
                {
                    var viewer = await Viewer.ReadAsync(work, caller, stop);
                    return await new RequestLister(work, viewer, filter, RequestLister.State(status), type).ReadAsync(
                        ask,
                        stop
                    );
                },
                context.RequestAborted
            );
            return ApiResults.Ok(PageAsk.Page(context, found, last));
        };

    private static Delegate Get(AssignmentType type) =>
        async (string id, HttpContext context, ApiCaller caller, IPimStore store) =>
        {
            var found = await store.ReadAsync(
                async (work, stop) =>
                    await RequestLister.FindAsync(work, await Viewer.ReadAsync(work, caller, stop), id, type, stop),
                context.RequestAborted
            );
            return found is null ? ApiResults.Of(ApiProblem.NotFound) : Answer(context, found);
        };

    private static Delegate Post(string collection, AssignmentType type) =>
        async (
            JsonBody<ScheduleRequestBody> body,
            HttpContext context,
            ApiCaller caller,
            IPimStore store,
            ActivationRequests activations
        ) =>
        {
            var reading = Read(body.Value, type, caller);
            var (made, problem) = body.Value.IsValidationOnly
                ? await store.ReadAsync((w, s) => RunAsync(w, caller, reading, activations, s), context.RequestAborted)
                : await store.CommitAsync(
                    (w, s) => RunAsync(w, caller, reading, activations, s),
                    context.RequestAborted
                );
            return problem is not null ? ApiResults.Of(problem)
                : made!.Id is null ? ApiResults.Ok(made)
                : ApiResults.Created(context, $"{ApiServices.Path}/{collection}/{made.Id}", made);
        };

    private static Delegate Cancel(AssignmentType type) =>
        async (string id, HttpContext context, ApiCaller caller, IPimStore store) =>
        {
            var problem = await store.CommitAsync(
                (work, stop) => CancelAsync(work, context.Request, caller, id, type, stop),
                context.RequestAborted
            );
            return problem is null ? Results.NoContent() : ApiResults.Of(problem);
        };

    private static async Task<(ScheduleRequestResource? Made, ApiProblem? Problem)> RunAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RequestReading reading,
        ActivationRequests activations,
        CancellationToken cancellation
    )
    {
        await Viewer.ReadAsync(work, caller, cancellation);
        var grant = reading is { Action: RequestAction.SelfExtend, Type: AssignmentType.Active }
            ? await ActivationRequests.FindGrantAsync(work, caller, reading, cancellation)
            : null;
        return reading.Action switch
        {
            RequestAction.SelfDeactivate => await ActivationRequests.DeactivateAsync(
                work,
                caller,
                reading,
                cancellation
            ),
            RequestAction.SelfActivate => await activations.ActivateAsync(work, caller, reading, null, cancellation),
            _ when grant is not null => await activations.ActivateAsync(work, caller, reading, grant, cancellation),
            _ => await AssignmentRequests.RunAsync(
                work,
                caller,
                reading,
                activations.IsVerified(caller, work.Now),
                cancellation
            ),
        };
    }

    private static RequestReading Read(ScheduleRequestBody body, AssignmentType type, ApiCaller caller)
    {
        var action = Names.Find<RequestAction>(body.Action);
        if (
            action is null
            || (action is RequestAction.SelfActivate or RequestAction.SelfDeactivate && type is AssignmentType.Eligible)
        )
        {
            throw ApiProblemException.Bad("This action is unknown here.", "$.action");
        }

        if (action is RequestAction.SelfDeactivate && body.IsValidationOnly)
        {
            throw ApiProblemException.Bad("Ending an activation is not judged beforehand.", "$.isValidationOnly");
        }

        var reading = new RequestReading(action.Value, body, type);
        return reading.IsOwn && body.PrincipalId is { } other && other != caller.Id.Value
            ? throw ApiProblemException.Bad("Only one's own can be asked for by this action.", "$.principalId")
            : reading;
    }

    private static async Task<ApiProblem?> CancelAsync(
        IPimUnitOfWork work,
        HttpRequest request,
        ApiCaller caller,
        string id,
        AssignmentType type,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        if (await RequestLister.FindAsync(work, viewer, id, type, cancellation) is not { } shown)
        {
            await HiddenCancellation.NoteAsync(work, caller, id, cancellation);
            return ApiProblem.NotFound;
        }

        if (EntityTag.Fault(request, shown.ETag!, isRequired: false) is { } outdated)
        {
            return outdated;
        }

        var requestId = new RequestId(Guid.Parse(id));
        var refusal = await work.Requests.FindAsync(requestId, cancellation) is not null
            ? (await CancelActivation.RunAsync(work, requestId, caller.Id, cancellation)).Refusal
            : (await CancelAssignmentRequest.RunAsync(work, requestId, caller.Id, cancellation)).Refusal;
        return refusal is null
            ? null
            : await RefusalProblem.OfAsync(work, refusal, new RoleId(shown.RoleDefinitionId), cancellation);
    }

    private static IResult Answer(HttpContext context, ScheduleRequestResource shown)
    {
        EntityTag.Set(context.Response, shown.ETag!);
        return ApiResults.Ok(shown);
    }
}
