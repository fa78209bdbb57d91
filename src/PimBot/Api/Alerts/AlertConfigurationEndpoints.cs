using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>When alerts warn. A change goes through <see cref="ChangeAlert"/> alone.</summary>
internal static class AlertConfigurationEndpoints
{
    public static void MapAlertConfigurations(this IEndpointRouteBuilder api)
    {
        api.MapGet("alertConfigurations", ListAsync)
            .Produces<ApiPage<AlertConfigurationResource>>()
            .WithSummary("List when the alerts that you may see warn.");
        api.MapGet("alertConfigurations/{id}", GetAsync)
            .Produces<AlertConfigurationResource>()
            .WithSummary("Get when an alert warns, by its definition's id; scope is / unless given.");
        api.MapPatch("alertConfigurations/{id}", PatchAsync)
            .Produces<AlertConfigurationResource>()
            .WithSummary("Set thresholds, or switch the alert on or off. Needs If-Match.");
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
        var views = await store.ReadAsync(
            (work, stop) => AlertAsk.ListAsync(work, caller, stop),
            context.RequestAborted
        );
        return ApiResults.Ok(PageAsk.Map(ask.Of(context, views, AlertAsk.KeyOf), AlertConfigurationResource.Of));
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
        var view = await store.ReadAsync(
            (work, stop) => AlertAsk.ViewAsync(work, caller, key, stop),
            context.RequestAborted
        );
        return Answer(context, AlertConfigurationResource.Of(view));
    }

    private static async Task<IResult> PatchAsync(
        string id,
        string? scope,
        JsonBody<AlertConfigurationPatch> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var key = AlertAsk.Key(id, scope);
        var (changed, problem) = await store.CommitAsync(
            (work, stop) => ChangeAsync(work, context.Request, caller, key, body.Value, stop),
            context.RequestAborted
        );
        return problem is null ? Answer(context, changed!) : ApiResults.Of(problem);
    }

    private static async Task<(AlertConfigurationResource? Changed, ApiProblem? Problem)> ChangeAsync(
        IPimUnitOfWork work,
        HttpRequest request,
        ApiCaller caller,
        AlertKey key,
        AlertConfigurationPatch patch,
        CancellationToken cancellation
    )
    {
        var view = await AlertAsk.ViewAsync(work, caller, key, cancellation);
        if (EntityTag.Fault(request, AlertConfigurationResource.Of(view).ETag!) is { } outdated)
        {
            return (null, outdated);
        }

        var command = new ChangeAlertCommand
        {
            Actor = caller.Id,
            Alert = key,
            Change = AlertChange.Configure,
            Thresholds = AlertThresholdMembers.Apply(key.Kind, view.Alert.Thresholds, patch),
            IsEnabled = patch.IsEnabled ?? view.Alert.IsEnabled,
        };
        var decision = await ChangeAlert.RunAsync(work, command, cancellation);
        return decision.IsAllowed
            ? (AlertConfigurationResource.Of(await AlertAsk.ViewAsync(work, caller, key, cancellation)), null)
            : (null, await RefusalProblem.OfAsync(work, decision.Refusal, null, cancellation));
    }

    private static IResult Answer(HttpContext context, AlertConfigurationResource configuration)
    {
        EntityTag.Set(context.Response, configuration.ETag!);
        return ApiResults.Ok(configuration);
    }
}
