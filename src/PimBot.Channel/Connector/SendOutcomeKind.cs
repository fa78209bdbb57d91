namespace PimBot.Channel.Connector;

/// <summary>The action that a connector's answer asks for.</summary>
public enum SendOutcomeKind
{
    /// <summary>Taken by the channel.</summary>
    Delivered = 1,

    /// <summary>412, 429, 502, 503, 504, or the connection failed before the request was sent: try again later.</summary>
    RetryLater = 2,

    /// <summary>The request went out and no answer came: it may have had its effect.</summary>
    Unknown = 3,

    /// <summary>403 BotNotInConversationRoster or BotDisabledByAdmin: not reachable now; keep the reference.</summary>
    NotReachableNow = 4,

    /// <summary>403 ConversationBlockedByUser or 404 ConversationNotFound: drop the reference.</summary>
    ReferenceGone = 5,

    /// <summary>404 ActivityNotFoundInConversation: the message to be changed is no longer there.</summary>
    MessageGone = 6,

    /// <summary>400, 401, 413, 500 or any other answer: never tried again as it is; operators are told.</summary>
    Rejected = 7,

    /// <summary>The host guard refused the service URL: nothing was sent.</summary>
    HostRefused = 8,

    /// <summary>
    /// The rate limits, or the channel's own word, forbid to send before <see cref="SendOutcome.RetryAfter"/>: nothing
    /// was sent, and it was no attempt.
    /// </summary>
    HeldBack = 9,
}
