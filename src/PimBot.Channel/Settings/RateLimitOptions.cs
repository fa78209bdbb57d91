namespace PimBot.Channel.Settings;

/// <summary>
/// Section <c>Channel:RateLimits</c>: how many turns are taken before the rest must wait. A minute's worth may come at
/// once; after that, turns are taken at the even pace of the limit. Each process counts for itself. 0 turns a limit
/// off, in Development only.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>Turns a minute of one person: 1 to 10,000. 60 is more than anybody clicks, and a chat full of cards may refresh.</summary>
    public int PersonPerMinute { get; set; } = 60;

    /// <summary>Turns a minute of one tenant, all its people together: at least <see cref="PersonPerMinute"/>, at most 1,000,000.</summary>
    public int TenantPerMinute { get; set; } = 6000;
}
