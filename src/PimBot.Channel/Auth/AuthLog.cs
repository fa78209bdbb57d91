using Microsoft.Extensions.Logging;

namespace PimBot.Channel.Auth;

internal static partial class AuthLog
{
    [LoggerMessage(
        100,
        LogLevel.Warning,
        "Request refused before its body was read: {Reason} ({Code}; {Before} more since the last such line)"
    )]
    public static partial void TokenRefused(ILogger logger, AuthReason reason, int code, long before);

    [LoggerMessage(
        101,
        LogLevel.Warning,
        "Activity refused: {Reason} ({Code}; {Before} more since the last such line)"
    )]
    public static partial void ActivityRefused(ILogger logger, AuthReason reason, int code, long before);

    [LoggerMessage(102, LogLevel.Information, "Signing keys fetched by way of {Metadata}")]
    public static partial void KeysFetched(ILogger logger, Uri metadata);

    [LoggerMessage(103, LogLevel.Error, "Signing keys not fetched: {Metadata} could not be reached ({Error})")]
    public static partial void MetadataUnreachable(ILogger logger, Uri metadata, string error);

    [LoggerMessage(104, LogLevel.Error, "Signing keys not fetched: what {Metadata} led to holds no usable key")]
    public static partial void MetadataUnusable(ILogger logger, Uri metadata);

    [LoggerMessage(
        105,
        LogLevel.Warning,
        "DANGEROUS: request without a token taken from loopback, because Channel:DangerouslyAllowUnauthenticatedLoopback is on"
    )]
    public static partial void UnauthenticatedTaken(ILogger logger);

    [LoggerMessage(106, LogLevel.Warning, "The signature library refused a token: {Error}")]
    public static partial void LibraryRefused(ILogger logger, string error);
}
