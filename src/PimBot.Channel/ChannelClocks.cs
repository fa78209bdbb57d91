namespace PimBot.Channel;

/// <summary>Keys of the <see cref="TimeProvider"/>s that the channel gets as keyed services.</summary>
public static class ChannelClocks
{
    /// <summary>
    /// By which sends wait for their turn within the channel's rate limits: the application's own clock, unless it is
    /// replaced, as tests do whose clock stands still.
    /// </summary>
    public const string Pace = "channel-pace";
}
