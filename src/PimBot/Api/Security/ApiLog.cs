namespace PimBot.Api.Security;

internal static partial class ApiLog
{
    [LoggerMessage(1301, LogLevel.Error, "A request to the API failed")]
    public static partial void Failed(ILogger logger, Exception failure);

    [LoggerMessage(
        1302,
        LogLevel.Warning,
        "Somebody asked for the API, which is off: set Api:Enabled to turn it on (said once)"
    )]
    public static partial void Off(ILogger logger);
}
