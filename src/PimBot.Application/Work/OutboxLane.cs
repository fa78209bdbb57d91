namespace PimBot.Application.Work;

/// <summary>
/// What is delivered beside each other, so that one never waits for the other: access is given and taken at once, however
/// many messages are held back by a channel's rate limits.
/// </summary>
public enum OutboxLane
{
    /// <summary>Effects at targets.</summary>
    Access = 1,

    /// <summary>Messages to people in chat.</summary>
    Messages = 2,

    /// <summary>Mails: a mail server that does not answer holds up nothing else.</summary>
    Mail = 3,
}
