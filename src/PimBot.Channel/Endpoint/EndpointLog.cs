using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Endpoint;

internal static partial class EndpointLog
{
    [LoggerMessage(200, LogLevel.Warning, "Body refused with {Status}")]
    public static partial void BodyRefused(ILogger logger, int status);

    [LoggerMessage(201, LogLevel.Warning, "Activity refused with 400: {Fault}")]
    public static partial void ActivityMalformed(ILogger logger, string fault);

    [LoggerMessage(202, LogLevel.Debug, "Activity ignored: not a type that this bot handles (turn {TurnKey})")]
    public static partial void ActivityIgnored(ILogger logger, string turnKey);

    [LoggerMessage(
        203,
        LogLevel.Information,
        "Invoke answered with 501: not one that this bot handles (turn {TurnKey})"
    )]
    public static partial void InvokeNotImplemented(ILogger logger, string turnKey);

    [LoggerMessage(204, LogLevel.Error, "Turn {TurnKey} failed")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string turnKey);

    [LoggerMessage(205, LogLevel.Error, "Turn {TurnKey} is an invoke and got no answer from the bot")]
    public static partial void InvokeUnanswered(ILogger logger, string turnKey);

    [LoggerMessage(206, LogLevel.Error, "Request could not be checked and was refused")]
    public static partial void CheckFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        207,
        LogLevel.Warning,
        "A {Kind} went faster than its rate limit and was asked to wait ({Before} more since the last such line)"
    )]
    public static partial void RateLimited(ILogger logger, string kind, long before);

    [LoggerMessage(208, LogLevel.Warning, "Turn {TurnKey} is slow: the channel was asked to deliver it again")]
    public static partial void TurnSlow(ILogger logger, string turnKey);

    [LoggerMessage(209, LogLevel.Warning, "{Count} turns were still under way when the host had to stop")]
    public static partial void TurnsAbandoned(ILogger logger, int count);

    [LoggerMessage(210, LogLevel.Error, "Turn {TurnKey} ended late, and its answer could not be kept for sending")]
    public static partial void LateAnswerLost(ILogger logger, Exception exception, string turnKey);

    [LoggerMessage(211, LogLevel.Warning, "Turn {TurnKey} is slow, and that could not be shown")]
    public static partial void TypingNotShown(ILogger logger, Exception exception, string turnKey);
}
