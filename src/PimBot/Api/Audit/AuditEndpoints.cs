using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Exports;

namespace PimBot.Api.Audit;

/// <summary>The audit: others' entries for those who may view what they are about, one's own for everybody.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("audit", ListAsync)
            .Produces<ApiPage<AuditResource>>()
            .WithSummary("List entries of the audit, newest first.");
        api.MapGet("audit/export", ExportAsync)
            .ProducesFile()
            .WithSummary(
                "Get entries of the audit as one file, oldest first: CSV or JSON Lines. PimBot-Audit-Chain says whether it is the whole chain, which can be verified, or a part."
            );
        api.MapGet("audit/holdings", HoldingsAsync)
            .Produces<ApiPage<HoldingResource>>()
            .WithSummary("List who held a role at some time in a span.");
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] AuditWish wish,
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var (filter, ask) = (wish.ToFilter(), PageAsk.Of(top, skipToken));
        long? before =
            ask.After is null ? null
            : long.TryParse(ask.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
        var page = await store.ReadAsync(
            async (work, stop) =>
            {
                var viewer = await Viewer.ReadAsync(work, caller, stop);
                return await SearchAudit.RunAsync(work, viewer.Person.Id, filter, before, ask.Top, stop);
            },
            context.RequestAborted
        );
        var last = page.HasMore ? page.Entries[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return ApiResults.Ok(
            PageAsk.Page(context, [.. page.Entries.Select(entry => AuditResource.Of(entry, page.Names))], last)
        );
    }

    private static async Task<IResult> ExportAsync(
        string? format,
        bool? bom,
        [AsParameters] AuditWish wish,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var (form, filter) = (ExportForm.Of(format), wish.ToFilter());
        var plan = await store.CommitAsync(
            async (work, stop) =>
            {
                var viewer = await Viewer.ReadAsync(work, caller, stop);
                return await ExportAudit.BeginAsync(work, viewer.Person.Id, filter, form, stop);
            },
            context.RequestAborted
        );
        return AuditFile.Of(store, plan, bom is true);
    }

    private static async Task<IResult> HoldingsAsync(
        string? role,
        string? since,
        string? until,
        string? scope,
        string? principal,
        bool? includeEligible,
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var page = PageAsk.Of(top, skipToken);
        var skip =
            page.After is null ? 0
            : int.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
        var (from, to) = (AuditWish.Moment(since, "?since"), AuditWish.Moment(until, "?until"));
        if (role is null || from is null || to is null || from >= to)
        {
            throw ApiProblemException.Bad("Give role, since and until, which comes after since.", "?since");
        }

        var ask = new HoldingsAsk(
            new RoleId(role),
            scope is null ? null : new ScopeId(scope),
            principal is null ? null : new PersonId(principal),
            from.Value,
            to.Value,
            includeEligible is true
        );
        var answer = await store.ReadAsync(
            async (work, stop) =>
            {
                var viewer = await Viewer.ReadAsync(work, caller, stop);
                return await HoldingsReader.ReadAsync(work, viewer.Person.Id, ask, skip, page.Top, stop);
            },
            context.RequestAborted
        );
        var next = skip + answer.Rows.Count;
        return ApiResults.Ok(
            PageAsk.Page(
                context,
                [.. answer.Rows.Select(row => HoldingResource.Of(row, answer.Names))],
                next < answer.All ? next.ToString(CultureInfo.InvariantCulture) : null
            )
        );
    }
}
