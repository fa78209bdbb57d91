using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Composition;
using PimBot.Domain.Access;

namespace PimBot.Access;

/// <summary><c>GET /api/access?person=</c>: what a person holds, as the target and the store say. Development and loopback only.</summary>
internal static class LocalAccessEndpoint
{
    public static void MapLocalAccess(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/access", ReadAsync).AllowAnonymous().OnlyFromThisMachine();

    private static async Task<IResult> ReadAsync(
        string? person,
        ILocalAccessTable table,
        IPimStore store,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(person))
        {
            return Results.Problem("Name the person: /api/access?person=ID.", statusCode: 400);
        }

        var id = new PersonId(person);
        var target = await table.HeldByAsync(id, cancellation);
        var held = await store.ReadAsync((work, stop) => AccessReader.HeldAsync(work, id, stop), cancellation);
        return Results.Ok(
            new
            {
                person,
                target = target.Select(t => new
                {
                    grant = t.Grant.Value,
                    role = t.Access.Role.Value,
                    scope = t.Access.Scope.Value,
                    since = t.Since,
                }),
                held = held.Select(h => new
                {
                    role = h.Role.Name,
                    scope = h.Scope.Id.Value,
                    until = h.Until,
                    source = h.Grant is null ? "assignment" : "activation",
                }),
            }
        );
    }
}
