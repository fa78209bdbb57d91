namespace PimBot.Bot.Notifications;

/// <summary>What an attempt to send a mail came to.</summary>
public enum MailOutcomeKind
{
    /// <summary>The server took it.</summary>
    Taken = 1,

    /// <summary>Not now, or nobody knows.</summary>
    TryAgain = 2,

    /// <summary>The server will never take it, or it can't be written so.</summary>
    Refused = 3,
}
