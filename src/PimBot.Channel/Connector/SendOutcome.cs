namespace PimBot.Channel.Connector;

/// <summary>What became of one send.</summary>
/// <param name="Kind">Which action the caller takes.</param>
/// <param name="ActivityId">The id given by the channel; null when it gave none.</param>
/// <param name="RetryAfter">How long to wait, where the channel said so.</param>
/// <param name="Detail">For operators: status and error code. Holds no body, token or message text.</param>
public sealed record SendOutcome(
    SendOutcomeKind Kind,
    string? ActivityId = null,
    TimeSpan? RetryAfter = null,
    string? Detail = null
);
