using System.Net;

namespace PimBot.Testing;

/// <summary>An answer of the channel that is not the usual one. Codes and statuses are those of Teams' connector.</summary>
/// <param name="Status">The HTTP status; null when no answer comes at all (the connection breaks).</param>
/// <param name="Code">The error code in the body; null for a body of HTML, as gateways send it.</param>
/// <param name="RetryAfter">Sent as <c>Retry-After</c> in whole seconds.</param>
/// <param name="HasEffect">Whether the message is delivered (changed, deleted) all the same.</param>
public sealed record ChannelFault(
    HttpStatusCode? Status,
    string? Code = null,
    TimeSpan? RetryAfter = null,
    bool HasEffect = false
)
{
    public static ChannelFault ServerError { get; } = new(HttpStatusCode.InternalServerError, "ServiceError");

    public static ChannelFault BadGateway { get; } = new(HttpStatusCode.BadGateway);

    public static ChannelFault Unavailable { get; } = new(HttpStatusCode.ServiceUnavailable);

    public static ChannelFault GatewayTimeout { get; } = new(HttpStatusCode.GatewayTimeout);

    public static ChannelFault NotInRoster { get; } = new(HttpStatusCode.Forbidden, "BotNotInConversationRoster");

    public static ChannelFault BlockedByUser { get; } = new(HttpStatusCode.Forbidden, "ConversationBlockedByUser");

    public static ChannelFault ConversationNotFound { get; } = new(HttpStatusCode.NotFound, "ConversationNotFound");

    public static ChannelFault MessageNotFound { get; } =
        new(HttpStatusCode.NotFound, "ActivityNotFoundInConversation");

    /// <summary>The request went out, the connection broke, and nothing was delivered.</summary>
    public static ChannelFault NoAnswer { get; } = new((HttpStatusCode?)null);

    /// <summary>The request went out, the connection broke, and the message was delivered.</summary>
    public static ChannelFault NoAnswerButDelivered { get; } = new((HttpStatusCode?)null, HasEffect: true);

    public static ChannelFault TooManyRequests(TimeSpan retryAfter) =>
        new(HttpStatusCode.TooManyRequests, "TooManyRequests", retryAfter);
}
