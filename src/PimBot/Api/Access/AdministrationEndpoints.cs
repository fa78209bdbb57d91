using PimBot.Api.Activations;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Api.Access;

/// <summary>What administrators do once or for a whole role, and Graph has no request for.</summary>
internal static class AdministrationEndpoints
{
    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        api.MapPost("roles/{id}/makePermanent", MakePermanentAsync)
            .Produces<ApiPage<PermanentOutcome>>()
            .WithSummary("Make everybody who is eligible for a role at a scope its permanent holder (500 at a time).");
        api.MapPost("setUp", SetUpAsync)
            .Produces<SetUpResource>()
            .WithSummary("Set PimBot up, once: become Security and Privileged Role Administrator.");
    }

    private static async Task<IResult> MakePermanentAsync(
        string id,
        string? scope,
        JsonBody<MakePermanentBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store,
        ActivationRequests activations
    )
    {
        var access = new RoleScope(new(id), new(scope ?? ScopeId.Directory.Value));
        var (done, problem) = await store.CommitAsync(
            (work, stop) =>
                RunAsync(
                    work,
                    caller,
                    access,
                    (body.Value.Justification, activations.IsVerified(caller, work.Now)),
                    stop
                ),
            context.RequestAborted
        );
        return problem is null ? ApiResults.Ok(new ApiPage<PermanentOutcome>(done)) : ApiResults.Of(problem);
    }

    private static async Task<(IReadOnlyList<PermanentOutcome> Done, ApiProblem? Problem)> RunAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        RoleScope access,
        (string? Justification, bool IsVerified) given,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        if (viewer.Right(access) is not AdministrationRight.Manage)
        {
            var refusal = Refusal.Because(viewer.Sees(access) ? ReasonCode.NotAdministrator : ReasonCode.UnknownAccess);
            work.Audit.Append(
                new AuditEvent
                {
                    Action = AuditAction.AdministrationRefused,
                    Actor = caller.Id,
                    Access = access,
                    Detail = $"make-permanent:{refusal.Code}",
                }
            );
            return ([], await RefusalProblem.OfAsync(work, refusal, null, cancellation));
        }

        var outcomes = await MakeRolePermanent.RunAsync(
            work,
            caller.Id,
            access,
            given.Justification,
            given.IsVerified,
            cancellation
        );
        var done = new List<PermanentOutcome>(outcomes.Count);
        foreach (var (eligible, outcome) in outcomes)
        {
            var reasons = outcome.IsAllowed
                ? null
                : (await RefusalProblem.OfAsync(work, outcome.Refusal, access.Role, cancellation)).Reasons;
            done.Add(
                new PermanentOutcome(
                    eligible.Id.ToString(),
                    eligible.Person?.Value ?? eligible.Group!.Value.Value,
                    outcome.IsAllowed ? ScheduleRequestResource.Of(outcome.Value) : null,
                    reasons
                )
            );
        }

        return (done, null);
    }

    private static async Task<IResult> SetUpAsync(HttpContext context, ApiCaller caller, IPimStore store)
    {
        var (done, problem) = await store.CommitAsync(
            async (work, stop) =>
            {
                await Viewer.ReadAsync(work, caller, stop);
                var decision = await SetUpService.RunAsync(work, caller.Id, stop);
                return decision.IsAllowed
                    ? (decision.Value, (ApiProblem?)null)
                    : (null, await RefusalProblem.OfAsync(work, decision.Refusal, null, stop));
            },
            context.RequestAborted
        );
        return problem is null
            ? ApiResults.Ok(new SetUpResource([.. done!.Given.Select(role => role.Value)]))
            : ApiResults.Of(problem);
    }
}
