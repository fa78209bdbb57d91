using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>Who is eligible for what, and who holds what: others' for administrators, one's own for everybody.</summary>
internal static class ScheduleEndpoints
{
    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        api.MapGet("roleEligibilitySchedules", Of(AssignmentType.Eligible))
            .Produces<ApiPage<ScheduleResource>>()
            .WithSummary("List who may activate what.");
        api.MapGet("roleAssignmentSchedules", Of(AssignmentType.Active))
            .Produces<ApiPage<ScheduleResource>>()
            .WithSummary("List who holds what: assigned (assignmentType Assigned) and activated (Activated).");
    }

    private static Delegate Of(AssignmentType type) =>
        (
            string? role,
            string? scope,
            string? principal,
            bool? includeEnded,
            [FromQuery(Name = "$top")] int? top,
            [FromQuery(Name = "$skipToken")] string? skipToken,
            HttpContext context,
            ApiCaller caller,
            IPimStore store
        ) =>
            ListAsync(
                new ScheduleFilter(role, scope, principal, includeEnded is true),
                type,
                PageAsk.Of(top, skipToken),
                context,
                caller,
                store
            );

    private static async Task<IResult> ListAsync(
        ScheduleFilter filter,
        AssignmentType type,
        PageAsk ask,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var (found, last) = await store.ReadAsync(
            async (work, stop) =>
                await new ScheduleReader(work, await Viewer.ReadAsync(work, caller, stop), filter, type).ReadAsync(
                    ask,
                    stop
                ),
            context.RequestAborted
        );
        return ApiResults.Ok(PageAsk.Page(context, found, last));
    }
}
