namespace PimBot.Bot.Notifications;

/// <summary>What an attempt to send came to.</summary>
internal enum SendVerdict
{
    Delivered = 1,
    PerhapsDelivered = 2,
    TryAgain = 3,

    /// <summary>The message to be changed is no longer there.</summary>
    MessageGone = 4,

    /// <summary>The conversation is over: the reference is dropped.</summary>
    ReferenceGone = 5,

    /// <summary>Not now; the reference is kept.</summary>
    Unreachable = 6,

    /// <summary>The channel will never take it.</summary>
    GivenUp = 7,
}
