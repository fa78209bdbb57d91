using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Api.Access;

/// <summary>Elevated access over all Azure scopes: taken for a time, and given back.</summary>
internal static class ElevationEndpoints
{
    public static void MapElevation(this IEndpointRouteBuilder api)
    {
        api.MapPost("elevation", BeginAsync)
            .Produces<ElevationResource>(StatusCodes.Status201Created)
            .WithSummary("Elevate yourself over all Azure scopes. For Global Administrators.");
        api.MapDelete("elevation", EndAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("End your elevation now.");
    }

    private static async Task<IResult> BeginAsync(
        JsonBody<ElevationBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var duration = body.Value.Duration ?? Elevation.Usual;
        var (elevation, problem) = await store.CommitAsync(
            (work, stop) =>
                RunAsync(
                    work,
                    caller,
                    s => Elevate.RunAsync(work, caller.Id, duration, body.Value.Justification, s),
                    stop
                ),
            context.RequestAborted
        );
        return problem is null
            ? ApiResults.Created(context, $"{ApiServices.Path}/me", ElevationResource.Of(elevation!))
            : ApiResults.Of(problem);
    }

    private static async Task<IResult> EndAsync(HttpContext context, ApiCaller caller, IPimStore store)
    {
        var (_, problem) = await store.CommitAsync(
            (work, stop) => RunAsync(work, caller, s => Elevate.EndAsync(work, caller.Id, s), stop),
            context.RequestAborted
        );
        return problem is null ? Results.NoContent() : ApiResults.Of(problem);
    }

    private static async Task<(Elevation? Elevation, ApiProblem? Problem)> RunAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        Func<CancellationToken, Task<Decision<Elevation>>> run,
        CancellationToken cancellation
    )
    {
        await Viewer.ReadAsync(work, caller, cancellation);
        var decision = await run(cancellation);
        return decision.IsAllowed
            ? (decision.Value, null)
            : (null, await RefusalProblem.OfAsync(work, decision.Refusal, null, cancellation));
    }
}
