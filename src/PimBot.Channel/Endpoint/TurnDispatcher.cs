using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Endpoint;

/// <summary>
/// Gives a turn to the bot, and puts what the bot answers, or that it failed, into the HTTP answer the channel expects,
/// in time.
/// </summary>
internal sealed class TurnDispatcher(
    RunningTurns running,
    RateLimits limits,
    TypingSign typing,
    TimeProvider time,
    ILogger<TurnDispatcher> logger
)
{
    /// <summary>After this an invoke is answered with "working", and a message shows that it is worked on.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    /// <summary>After this, in all, a message is answered with 503: the channel delivers it again, and it joins the turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Apology =
        "Something went wrong on our side. Please try again; if it goes on, tell your administrator.";

    private const string Working = "Working on it. This card changes by itself when it is done.";
    private const string Busy = "I have too much to do right now. Please try again in a minute.";

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
            : await AnswerAsync(turn, context.RequestAborted);
        await WriteAsync(context, answer);
    }

    private async Task<InvokeAnswer> AnswerAsync(Turn turn, CancellationToken hungUp)
    {
        var (run, wait) = Admit(turn);
        if (run is null)
        {
            return InvokeAnswer.Message(wait is { } pause ? TooFast(Seconds(pause)) : Busy);
        }

        bool isPrompt;
        try
        {
            isPrompt = await EndsWithinAsync(run, Prompt, hungUp);
        }
        catch (OperationCanceledException)
        {
            run.Leave();
            throw;
        }

        return !isPrompt && run.Leave() ? InvokeAnswer.Message(Working) : AnswerOf(turn, await run.Ended);
    }

    private InvokeAnswer AnswerOf(Turn turn, TurnResult? result)
    {
        if (result is { Invoke: null })
        {
            EndpointLog.InvokeUnanswered(logger, turn.Key);
        }

        return result?.Invoke ?? InvokeAnswer.Failure(Apology);
    }

    /// <summary>A failure, too, is answered with 503, which has the channel deliver the activity again.</summary>
    private async Task NotifyAsync(HttpContext context, Turn turn)
    {
        var (run, wait) = Admit(turn);
        if (run is null)
        {
            Refuse(context.Response, wait);
            return;
        }

        var wantsReplies = turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies;
        if (!await EndsInTimeAsync(run, showsWork: !wantsReplies, context.RequestAborted))
        {
            EndpointLog.TurnSlow(logger, turn.Key);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var result = await run.Ended;
        if (result is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (wantsReplies)
        {
            await WriteAsync(context, ExpectedReplies.To(turn.Activity, result.Replies));
        }
    }

    private async Task<bool> EndsInTimeAsync(RunningTurn run, bool showsWork, CancellationToken hungUp)
    {
        if (await EndsWithinAsync(run, Prompt, hungUp))
        {
            return true;
        }

        if (showsWork && run.Turn.Activity.Type == ActivityTypes.Message)
        {
            typing.Show(run);
        }

        return await EndsWithinAsync(run, Patience - Prompt, hungUp);
    }

    private async Task<bool> EndsWithinAsync(RunningTurn run, TimeSpan limit, CancellationToken hungUp)
    {
        try
        {
            await run.Ended.WaitAsync(limit, time, hungUp);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>What runs already is joined and costs nothing. Without a turn: how long to wait, or null when the bot is overloaded.</summary>
    private (RunningTurn? Run, TimeSpan? Wait) Admit(Turn turn)
    {
        if (running.Find(turn.Key) is { } underWay)
        {
            return (underWay, null);
        }

        return limits.WaitFor(turn) is { } wait ? (null, wait) : (running.Start(turn), null);
    }

    private static void Refuse(HttpResponse response, TimeSpan? wait)
    {
        response.StatusCode = wait is null
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status429TooManyRequests;
        if (wait is { } pause)
        {
            response.Headers.RetryAfter = Seconds(pause).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string TooFast(int seconds) =>
        $"You are going faster than I can follow. Try again in {seconds} second{(seconds == 1 ? "" : "s")}.";

    private static int Seconds(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);

    private static async Task WriteAsync<T>(HttpContext context, T body)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.Options);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
