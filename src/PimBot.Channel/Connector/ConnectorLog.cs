using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Connector;

internal static partial class ConnectorLog
{
    [LoggerMessage(300, LogLevel.Error, "The bot's token was not renewed: {Fault}")]
    public static partial void TokenNotRenewed(ILogger logger, string? fault);

    [LoggerMessage(
        301,
        LogLevel.Error,
        "Nothing sent: the service host of conversation {ConversationId} is not allowed"
    )]
    public static partial void HostRefused(ILogger logger, string conversationId);

    [LoggerMessage(303, LogLevel.Information, "The Teams app is installed for {Person} now")]
    public static partial void AppInstalled(ILogger logger, Guid person);

    [LoggerMessage(304, LogLevel.Warning, "The Teams app could not be installed for {Person}: {Fault}")]
    public static partial void AppNotInstalled(ILogger logger, Guid person, string fault);

    [LoggerMessage(302, LogLevel.Warning, "{Method} to conversation {ConversationId}: {Outcome} ({Detail})")]
    public static partial void NotDelivered(
        ILogger logger,
        string method,
        string conversationId,
        SendOutcomeKind outcome,
        string? detail
    );
}
