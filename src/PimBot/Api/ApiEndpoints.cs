using PimBot.Api.Access;
using PimBot.Api.Alerts;
using PimBot.Api.Answers;
using PimBot.Api.Approvals;
using PimBot.Api.Audit;
using PimBot.Api.Policies;
using PimBot.Api.Reviews;

namespace PimBot.Api;

/// <summary>Every endpoint of the API.</summary>
internal static class ApiEndpoints
{
    private static readonly int[] Problems =
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict,
        StatusCodes.Status412PreconditionFailed,
        StatusCodes.Status428PreconditionRequired,
        StatusCodes.Status429TooManyRequests,
        StatusCodes.Status503ServiceUnavailable,
    ];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(ApiServices.Path).WithMetadata(new ApiOperation());
        foreach (var status in Problems)
        {
            api.WithMetadata(
                new ProducesResponseTypeMetadata(status, typeof(ProblemBody), ["application/problem+json"])
            );
        }

        Tagged("Roles and scopes").MapRoles();
        Tagged("Policies").MapPolicies();
        Tagged("Schedules").MapSchedules();
        Tagged("Requests").MapRequests();
        Tagged("Approvals").MapApprovals();
        Tagged("Access reviews").MapReviewDefinitions();
        Tagged("Access reviews").MapReviewInstances();
        Tagged("Access reviews").MapReviewDecisions();
        Tagged("Access reviews").MapReviewExport();
        Tagged("Administration").MapElevation();
        Tagged("Administration").MapAdministration();
        Tagged("Alerts").MapAlerts();
        Tagged("My view").MapMyView();
        Tagged("Audit").MapAudit();

        RouteGroupBuilder Tagged(string name) => api.MapGroup("").WithTags(name);
    }
}
