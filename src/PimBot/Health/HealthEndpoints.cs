using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PimBot.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. Words and codes only, no details that help an attacker.</summary>
internal static class HealthEndpoints
{
    /// <summary>Tag of the checks that readiness is made of.</summary>
    public const string Ready = "ready";

    public static void MapPimBotHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks(
            "/health/ready",
            new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
        );
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(
                    e => e.Key,
                    e => new { status = e.Value.Status.ToString(), description = e.Value.Description }
                ),
            },
            context.RequestAborted
        );
}
