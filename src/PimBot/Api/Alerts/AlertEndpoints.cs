using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Access;
using PimBot.Api.Activations;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>Alerts and their incidents, as Graph has them. Changes go through the use cases that the chat uses.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        api.MapGet("alertDefinitions", DefinitionsAsync)
            .Produces<ApiPage<AlertDefinitionResource>>()
            .WithSummary("List what PimBot can warn of.");
        api.MapGet("alerts", ListAsync)
            .Produces<ApiPage<AlertResource>>()
            .WithSummary("List the alerts that you may see.");
        api.MapGet("alerts/{id}", GetAsync)
            .Produces<AlertResource>()
            .WithSummary("Get an alert by its definition's id; scope is / unless given.");
        api.MapPatch("alerts/{id}", PatchAsync)
            .Produces<AlertResource>()
            .WithSummary("Dismiss an alert (isActive false) or restore it (true). Needs If-Match.");
        api.MapGet("alerts/{id}/alertIncidents", IncidentsAsync)
            .Produces<ApiPage<AlertIncidentResource>>()
            .WithSummary("List what an alert found.");
        api.MapPost("alerts/{id}/fix", FixAsync)
            .Produces<ApiPage<AlertFixOutcome>>()
            .WithSummary("Fix incidents of an alert, some or all (100 at a time).");
        api.MapPost("alerts/refresh", RefreshAsync)
            .Produces(StatusCodes.Status202Accepted)
            .WithSummary("Ask for a scan; it begins within seconds.");
        api.MapAlertConfigurations();
    }

    private static async Task<IResult> DefinitionsAsync(
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        await store.ReadAsync((work, stop) => Viewer.ReadAsync(work, caller, stop), context.RequestAborted);
        var page = ask.Of(context, AlertDefinitions.All, definition => definition.Id);
        return ApiResults.Ok(PageAsk.Map(page, AlertDefinitionResource.Of));
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        var (views, scan) = await store.ReadAsync(
            async (work, stop) => (await AlertAsk.ListAsync(work, caller, stop), await work.Alerts.ScanAsync(stop)),
            context.RequestAborted
        );
        var page = ask.Of(context, views, AlertAsk.KeyOf);
        return ApiResults.Ok(PageAsk.Map(page, view => AlertResource.Of(view, scan.ScannedAt)));
    }

    private static async Task<IResult> GetAsync(
        string id,
        string? scope,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var key = AlertAsk.Key(id, scope);
        var found = await store.ReadAsync((work, stop) => ShownAsync(work, caller, key, stop), context.RequestAborted);
        return Answer(context, found);
    }

    private static async Task<IResult> PatchAsync(
        string id,
        string? scope,
        JsonBody<AlertPatch> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var key = AlertAsk.Key(id, scope);
        var change = body.Value.IsActive ? AlertChange.Restore : AlertChange.Dismiss;
        var (changed, problem) = await store.CommitAsync(
            (work, stop) => ChangeAsync(work, context.Request, caller, key, change, stop),
            context.RequestAborted
        );
        return problem is null ? Answer(context, changed!) : ApiResults.Of(problem);
    }

    private static async Task<(AlertResource? Changed, ApiProblem? Problem)> ChangeAsync(
        IPimUnitOfWork work,
        HttpRequest request,
        ApiCaller caller,
        AlertKey key,
        AlertChange change,
        CancellationToken cancellation
    )
    {
        var before = await ShownAsync(work, caller, key, cancellation);
        if (EntityTag.Fault(request, before.ETag!) is { } outdated)
        {
            return (null, outdated);
        }

        var command = new ChangeAlertCommand
        {
            Actor = caller.Id,
            Alert = key,
            Change = change,
        };
        var decision = await ChangeAlert.RunAsync(work, command, cancellation);
        return decision.IsAllowed
            ? (await ShownAsync(work, caller, key, cancellation), null)
            : (null, await RefusalProblem.OfAsync(work, decision.Refusal, null, cancellation));
    }

    private static async Task<IResult> IncidentsAsync(
        string id,
        string? scope,
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var (key, ask) = (AlertAsk.Key(id, scope), PageAsk.Of(top, skipToken));
        var from = int.TryParse(ask.After, out var read) && read > 0 ? read : 0;
        var found = await store.ReadAsync(
            async (work, stop) =>
            {
                await AlertAsk.ViewAsync(work, caller, key, stop);
                var incidents = await work.Alerts.IncidentsAsync(key, from, ask.Top + 1, stop);
                return await AlertReader.ViewAsync(work, incidents, stop);
            },
            context.RequestAborted
        );
        var next = found.Count > ask.Top ? $"{from + ask.Top}" : null;
        return ApiResults.Ok(
            PageAsk.Page<AlertIncidentResource>(
                context,
                [.. found.Take(ask.Top).Select(AlertIncidentResource.Of)],
                next
            )
        );
    }

    private static async Task<IResult> FixAsync(
        string id,
        string? scope,
        JsonBody<AlertFixBody> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store,
        ActivationRequests activations
    )
    {
        var key = AlertAsk.Key(id, scope);
        var (done, problem) = await store.CommitAsync(
            (work, stop) =>
                AlertFixes.RunAsync(work, caller, key, body.Value, activations.IsVerified(caller, work.Now), stop),
            context.RequestAborted
        );
        return problem is null ? ApiResults.Ok(new ApiPage<AlertFixOutcome>(done)) : ApiResults.Of(problem);
    }

    private static async Task<IResult> RefreshAsync(HttpContext context, ApiCaller caller, IPimStore store)
    {
        var problem = await store.CommitAsync(
            async (work, stop) =>
            {
                await Viewer.ReadAsync(work, caller, stop);
                return await RefreshAlerts.RunAsync(work, caller.Id, stop) is { } refusal
                    ? await RefusalProblem.OfAsync(work, refusal, null, stop)
                    : null;
            },
            context.RequestAborted
        );
        return problem is null ? Results.StatusCode(StatusCodes.Status202Accepted) : ApiResults.Of(problem);
    }

    private static async Task<AlertResource> ShownAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        AlertKey key,
        CancellationToken cancellation
    )
    {
        var view = await AlertAsk.ViewAsync(work, caller, key, cancellation);
        return AlertResource.Of(view, (await work.Alerts.ScanAsync(cancellation)).ScannedAt);
    }

    private static IResult Answer(HttpContext context, AlertResource alert)
    {
        EntityTag.Set(context.Response, alert.ETag!);
        return ApiResults.Ok(alert);
    }
}
