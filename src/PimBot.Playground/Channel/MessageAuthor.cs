namespace PimBot.Playground.Channel;

/// <summary>Who wrote a line of a transcript.</summary>
internal enum MessageAuthor
{
    Person = 1,
    Bot = 2,

    /// <summary>The local channel itself: something was delivered, or could not be.</summary>
    Channel = 3,
}
