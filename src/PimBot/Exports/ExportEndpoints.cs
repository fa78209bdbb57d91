using PimBot.Application.Audit;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Exports;
using PimBot.Domain.Audit;

namespace PimBot.Exports;

/// <summary><c>POST /export/{ticket}</c>: the file that somebody asked for in chat, for whoever has the key that the sign-in gave.</summary>
internal static class ExportEndpoints
{
    private const int LongestForm = 1024;
    private const int LongestKey = 64;

    public static RouteHandlerBuilder MapExports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/export/{ticket:guid}", TakeAsync);

    private static async Task<IResult> TakeAsync(Guid ticket, HttpContext context, IPimStore store)
    {
        if (await KeyAsync(context) is not { } key)
        {
            return ExportPage.Spent();
        }

        return await store.CommitAsync(
            async (work, stop) =>
            {
                work.Audit.From(new AuditOrigin("export", $"{ticket:D}"));
                return await ExportLinks.TakeAsync(work, ticket, key, stop) is { } ask
                    ? await BeginAsync(store, work, ask, stop)
                    : ExportPage.Spent();
            },
            context.RequestAborted
        );
    }

    private static async Task<IResult> BeginAsync(
        IPimStore store,
        IPimUnitOfWork work,
        ExportAsk ask,
        CancellationToken cancellation
    )
    {
        if (ask is { Review: null, Filter: null })
        {
            return ExportPage.Spent();
        }

        if (ask.Filter is { } filter)
        {
            var plan = await ExportAudit.BeginAsync(work, ask.Person, filter, ask.Format, cancellation);
            return AuditFile.Of(store, plan, withMark: true);
        }

        var decision = await ExportReview.BeginAsync(work, ask.Person, ask.Review!.Value, ask.Format, cancellation);
        return decision.IsAllowed ? ReviewFile.Of(store, decision.Value, withMark: true) : ExportPage.NotAllowed();
    }

    private static async Task<string?> KeyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or > LongestForm || !context.Request.HasFormContentType)
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form["key"] is [{ Length: > 0 and <= LongestKey } key] ? key : null;
    }
}
