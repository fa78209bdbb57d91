using Microsoft.AspNetCore.Authorization;
using PimBot.Api.Answers;
using PimBot.Channel.Auth;
using PimBot.Channel.Endpoint;

namespace PimBot.Api.Security;

/// <summary>
/// What everything under <c>/api</c> passes, whether there is an endpoint or not: the token first, then the pace, and only
/// then the endpoint. An endpoint that checks its callers itself says so by <see cref="IAllowAnonymous"/>. Whatever goes
/// wrong behind it is answered as problem details, and never in an exception's words.
/// </summary>
internal sealed class ApiGate(
    RequestDelegate next,
    ApiDoor door,
    RefusalLog refusals,
    ApiRefusals audited,
    ILogger<ApiGate> logger
)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await AdmitAsync(context);
        }
        catch (ApiProblemException problem) when (!context.Response.HasStarted)
        {
            if (
                problem.Problem.Status == StatusCodes.Status403Forbidden
                && context.Features.Get<ApiCaller>() is { } caller
            )
            {
                await audited.NoteAsync(context, caller);
            }

            await problem.Problem.WriteAsync(context);
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            await ApiProblem.Of(broken.StatusCode).WriteAsync(context);
        }
        catch (Exception gone)
            when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The caller is gone: nobody is left to be answered.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            ApiLog.Failed(logger, failure);
            await ApiProblem.Of(StatusCodes.Status500InternalServerError).WriteAsync(context);
        }
    }

    private async Task AdmitAsync(HttpContext context)
    {
        var (caller, refusal) = await door.IdentifyAsync(context);
        if (caller is null)
        {
            refusals.TokenRefused(refusal!.Value);
            await RefuseAsync(context, refusal.Value);
            return;
        }

        if (door.WaitFor(caller) is { } wait)
        {
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            await ApiProblem.TooManyRequests.WriteAsync(context);
            return;
        }

        context.Features.Set(caller);
        context.Response.Headers.CacheControl = "no-store";
        QueryNames.Check(context);
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400 } response)
        {
            await ApiProblem.Of(response.StatusCode).WriteAsync(context);
        }
    }

    private static Task RefuseAsync(HttpContext context, AuthReason reason)
    {
        switch (reason)
        {
            case AuthReason.KeysUnavailable or AuthReason.TooManyTokens:
                context.Response.Headers.RetryAfter = "5";
                return ApiProblem.Of(StatusCodes.Status503ServiceUnavailable).WriteAsync(context);
            case AuthReason.ScopeMissing or AuthReason.NotAPerson:
                context.Response.Headers.WWWAuthenticate = "Bearer error=\"insufficient_scope\"";
                return ApiProblem.TokenNotFit.WriteAsync(context);
            default:
                context.Response.Headers.WWWAuthenticate =
                    reason is AuthReason.HeaderMissing ? "Bearer" : "Bearer error=\"invalid_token\"";
                return ApiProblem.TokenRefused.WriteAsync(context);
        }
    }
}
