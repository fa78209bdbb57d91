using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Auth;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Endpoint;

/// <summary>
/// The bot's one inbound door. The order is the point: the token first, then the body's size and form, then whether the
/// token vouches for this activity, and only then the bot.
/// </summary>
internal sealed class ActivityEndpoint(
    TokenCheck tokens,
    ActivityTrust trust,
    TurnDispatcher turns,
    RefusalLog refusals,
    ILogger<ActivityEndpoint> logger
)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (await AdmitAsync(context) is { } turn)
            {
                await turns.RunAsync(context, turn);
            }
        }
        catch (Exception e)
            when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The sender is gone: nobody is left to be answered.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            EndpointLog.CheckFailed(logger, e);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<Turn?> AdmitAsync(HttpContext context)
    {
        var verdict = await tokens.CheckAsync(context);
        if (verdict.Refusal is { } refusal)
        {
            refusals.TokenRefused(refusal);
            Refuse(context.Response, refusal);
            return null;
        }

        if (verdict.Token is null)
        {
            AuthLog.UnauthenticatedTaken(logger);
        }

        return await ReadAsync(context) is { } activity ? Trusted(context.Response, activity, verdict.Token) : null;
    }

    private async Task<Activity?> ReadAsync(HttpContext context)
    {
        var (body, status) = await RequestBody.ReadAsync(context.Request);
        if (status is { } refused)
        {
            EndpointLog.BodyRefused(logger, refused);
            context.Response.StatusCode = refused;
            return null;
        }

        var activity = ActivityReader.Read(body, out var fault);
        if (fault is not null)
        {
            EndpointLog.ActivityMalformed(logger, fault);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return activity;
    }

    private Turn? Trusted(HttpResponse response, Activity activity, VerifiedToken? token)
    {
        var tenants = ActivityTenants.Of(activity);
        if (trust.Fault(activity, token, tenants) is { } refusal)
        {
            refusals.ActivityRefused(refusal);
            Refuse(response, refusal);
            return null;
        }

        var person = activity.From!.AadObjectId;
        return new Turn(
            activity,
            TurnKey.Of(activity),
            tenants.TenantId,
            string.IsNullOrWhiteSpace(person) ? null : person,
            TurnText.Of(activity)
        );
    }

    private static void Refuse(HttpResponse response, AuthReason reason)
    {
        response.StatusCode = reason switch
        {
            AuthReason.KeysUnavailable or AuthReason.TooManyTokens => StatusCodes.Status503ServiceUnavailable,
            >= AuthReason.ServiceUrlClaimMissing and <= AuthReason.TenantNotAllowed => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status401Unauthorized,
        };
        if (response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
    }
}
