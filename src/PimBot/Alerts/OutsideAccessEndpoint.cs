using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Composition;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Alerts;

/// <summary>
/// <c>POST /api/access/outside?person=&amp;role=&amp;scope=</c>: gives access in the <c>local</c> target's table as somebody
/// would who goes past PimBot, and asks for a scan; to see the alert. Development and loopback only.
/// </summary>
internal static class OutsideAccessEndpoint
{
    public static void MapOutsideAccess(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/access/outside", AddAsync).AllowAnonymous().OnlyFromThisMachine();

    private static async Task<IResult> AddAsync(
        string? person,
        string? group,
        string? role,
        string? scope,
        ILocalOutsideAccess table,
        IPimStore store,
        WorkSignal signal,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(role) || string.IsNullOrWhiteSpace(person) == string.IsNullOrWhiteSpace(group))
        {
            return Results.Problem(
                "Name who and what: /api/access/outside?person=ID&role=ID&scope=/ (or group=ID).",
                statusCode: 400
            );
        }

        var access = new OutsideAccess(
            $"{Guid.NewGuid()}",
            string.IsNullOrWhiteSpace(person) ? null : new PersonId(person),
            string.IsNullOrWhiteSpace(group) ? null : new GroupId(group),
            new RoleScope(new RoleId(role), string.IsNullOrWhiteSpace(scope) ? ScopeId.Directory : new ScopeId(scope)),
            null
        );
        await table.AddAsync(access, cancellation);
        await store.CommitAsync(
            async (work, stop) =>
            {
                await work.Alerts.RequestScanAsync(stop);
                return true;
            },
            cancellation
        );
        signal.Wake();
        return Results.Ok(new { id = access.Id });
    }
}
