using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>Roles and scopes that the caller may see as an administrator, or has anything to do with.</summary>
internal static class RoleEndpoints
{
    public static void MapRoles(this IEndpointRouteBuilder api)
    {
        api.MapGet("roles", RolesAsync).Produces<ApiPage<RoleResource>>().WithSummary("List roles.");
        api.MapGet("roles/{id}", RoleAsync).Produces<RoleResource>().WithSummary("Get a role.");
        api.MapGet("scopes", ScopesAsync).Produces<ApiPage<ScopeResource>>().WithSummary("List scopes.");
    }

    private static async Task<IResult> RolesAsync(
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        var visible = await store.ReadAsync((work, stop) => ReadAsync(work, caller, stop), context.RequestAborted);
        var page = ask.Of(context, visible.Roles, role => role.Id.Value);
        return ApiResults.Ok(PageAsk.Map(page, RoleResource.Of));
    }

    private static async Task<IResult> RoleAsync(string id, HttpContext context, ApiCaller caller, IPimStore store)
    {
        var visible = await store.ReadAsync((work, stop) => ReadAsync(work, caller, stop), context.RequestAborted);
        return visible.Roles.FirstOrDefault(role => role.Id.Value == id) is { } found
            ? ApiResults.Ok(RoleResource.Of(found))
            : ApiResults.Of(ApiProblem.NotFound);
    }

    private static async Task<IResult> ScopesAsync(
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        var visible = await store.ReadAsync((work, stop) => ReadAsync(work, caller, stop), context.RequestAborted);
        var page = ask.Of(context, visible.Scopes, scope => scope.Id.Value);
        return ApiResults.Ok(PageAsk.Map(page, ScopeResource.Of));
    }

    private static async Task<(IReadOnlyList<Role> Roles, IReadOnlyList<Scope> Scopes)> ReadAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        var own = await AccessReader.NamedAsync(work, caller.Id, cancellation);
        var seen = (
            from role in viewer.Roles
            from scope in viewer.Scopes
            where Scope.Fits(role.Kind, scope.Kind) && viewer.Sees(new(role.Id, scope.Id))
            select (role, scope)
        ).ToList();
        return (
            [.. seen.Select(s => s.role).Concat(own.Select(o => o.Role)).DistinctBy(role => role.Id)],
            [.. seen.Select(s => s.scope).Concat(own.Select(o => o.Scope)).DistinctBy(scope => scope.Id)]
        );
    }
}
