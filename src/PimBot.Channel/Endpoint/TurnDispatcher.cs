using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Endpoint;

/// <summary>Gives a turn to the bot, and puts what the bot answers, or that it failed, into the HTTP answer the channel expects.</summary>
internal sealed class TurnDispatcher(ILogger<TurnDispatcher> logger)
{
    private const string Apology =
        "Something went wrong on our side. Please try again; if it goes on, tell your administrator.";

    public Task RunAsync(HttpContext context, Turn turn)
    {
        switch (turn.Activity.Type)
        {
            case ActivityTypes.Invoke:
                return InvokeAsync(context, turn);
            case ActivityTypes.Message:
            case ActivityTypes.ConversationUpdate:
            case ActivityTypes.InstallationUpdate:
                return NotifyAsync(context, turn);
            default:
                EndpointLog.ActivityIgnored(logger, turn.Key);
                return Task.CompletedTask;
        }
    }

    private async Task InvokeAsync(HttpContext context, Turn turn)
    {
        if (turn.Activity.Name != InvokeNames.AdaptiveCardAction)
        {
            EndpointLog.InvokeNotImplemented(logger, turn.Key);
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        var answer = turn.Activity.Value?.Object("action") is null
            ? InvokeAnswer.BadRequest("The card's action is missing from the request.")
            : await AnswerAsync(context, turn);
        await WriteAsync(context, answer);
    }

    private async Task<InvokeAnswer> AnswerAsync(HttpContext context, Turn turn)
    {
        try
        {
            if ((await OnTurnAsync(context, turn)).Invoke is { } answer)
            {
                return answer;
            }

            EndpointLog.InvokeUnanswered(logger, turn.Key);
        }
        catch (Exception e) when (!IsAbort(e, context))
        {
            EndpointLog.TurnFailed(logger, e, turn.Key);
        }

        return InvokeAnswer.Failure(Apology);
    }

    /// <summary>A failure is answered with 503, which has the channel deliver the activity again.</summary>
    private async Task NotifyAsync(HttpContext context, Turn turn)
    {
        TurnResult result;
        try
        {
            result = await OnTurnAsync(context, turn);
        }
        catch (Exception e) when (!IsAbort(e, context))
        {
            EndpointLog.TurnFailed(logger, e, turn.Key);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            await WriteAsync(context, new ExpectedReplies([.. result.Replies.Select(r => r.WithPlainText())]));
        }
    }

    private static Task<TurnResult> OnTurnAsync(HttpContext context, Turn turn) =>
        context.RequestServices.GetRequiredService<ITurnHandler>().OnTurnAsync(turn, context.RequestAborted);

    private static bool IsAbort(Exception exception, HttpContext context) =>
        exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested;

    private static async Task WriteAsync<T>(HttpContext context, T body)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.Options);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
