using PimBot.Application.Audit;
using PimBot.Application.Work;
using PimBot.Bot.Audit;
using PimBot.Domain.Audit;

namespace PimBot.Audit;

/// <summary><c>POST /export/{ticket}</c>: the file that somebody asked for in chat, for whoever has the key that the sign-in gave.</summary>
internal static class AuditExportEndpoints
{
    private const int LongestForm = 1024;
    private const int LongestKey = 64;

    public static RouteHandlerBuilder MapAuditExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/export/{ticket:guid}", TakeAsync);

    private static async Task<IResult> TakeAsync(Guid ticket, HttpContext context, IPimStore store)
    {
        if (await KeyAsync(context) is not { } key)
        {
            return AuditExportPage.Spent();
        }

        var taken = await store.CommitAsync(
            async (work, stop) =>
            {
                work.Audit.From(new AuditOrigin("export", $"{ticket:D}"));
                return await AuditExportLinks.TakeAsync(work, ticket, key, stop) is { } ask
                    ? await ExportAudit.BeginAsync(work, ask.Person, ask.Filter, ask.Format, stop)
                    : null;
            },
            context.RequestAborted
        );
        return taken is null ? AuditExportPage.Spent() : new AuditExportFile(store, taken, WithMark: true);
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
