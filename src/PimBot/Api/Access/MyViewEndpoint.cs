using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Work;

namespace PimBot.Api.Access;

/// <summary><c>GET /api/me</c>.</summary>
internal static class MyViewEndpoint
{
    private const int MostPending = 100;

    public static void MapMyView(this IEndpointRouteBuilder api) =>
        api.MapGet("me", GetAsync).Produces<MyView>().WithSummary("Get what is your own: eligible, held, pending.");

    private static async Task<IResult> GetAsync(HttpContext context, ApiCaller caller, IPimStore store) =>
        ApiResults.Ok(await store.ReadAsync((work, stop) => ReadAsync(work, caller, stop), context.RequestAborted));

    private static async Task<MyView> ReadAsync(IPimUnitOfWork work, ApiCaller caller, CancellationToken cancellation)
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        var eligible = await AccessReader.EligibleAsync(work, caller.Id, cancellation);
        var held = await AccessReader.HeldAsync(work, caller.Id, cancellation);
        var activations = await work.Requests.PendingOfAsync(caller.Id, cancellation);
        var wishes = await work.AssignmentRequests.ByAsync(caller.Id, MostPending, cancellation);
        var elevation = await work.Administration.FindElevationAsync(caller.Id, cancellation);
        return new MyView
        {
            Id = viewer.Person.Id.Value,
            DisplayName = viewer.Person.Name,
            UserPrincipalName = viewer.Person.Upn,
            DirectoryRight = Names.Of(viewer.OverDirectory),
            Elevation = viewer.IsElevated ? ElevationResource.Of(elevation!) : null,
            Eligible = [.. eligible.Select(e => EligibleRole.Of(e, work.Now))],
            Held = [.. held.Select(HeldRole.Of)],
            Pending =
            [
                .. activations.Select(ScheduleRequestResource.Of),
                .. wishes.Where(w => w.IsPending).Select(ScheduleRequestResource.Of),
            ],
        };
    }
}
