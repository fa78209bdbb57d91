namespace PimBot.Channel.Connector;

/// <summary>At most so many sends within any span of this length.</summary>
internal sealed record RateLimit(int Sends, TimeSpan Within)
{
    /// <summary>
    /// Teams' limits for one bot in one conversation (learn.microsoft.com, "Optimize your bot with rate limiting in
    /// Teams"). Updates and deletions count as sends.
    /// </summary>
    public static IReadOnlyList<RateLimit> OfConversation { get; } =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1800, TimeSpan.FromHours(1)),
    ];

    /// <summary>The limit of one app in one tenant, of the same source: about 50 requests a second.</summary>
    public static IReadOnlyList<RateLimit> OfTenant { get; } = [new(50, TimeSpan.FromSeconds(1))];
}
