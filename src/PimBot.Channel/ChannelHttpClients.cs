namespace PimBot.Channel;

/// <summary>
/// Names of the <see cref="HttpClient"/>s that the channel gets from <see cref="IHttpClientFactory"/>. A test replaces
/// their primary handler; none of them follows redirects, keeps cookies or decompresses.
/// </summary>
public static class ChannelHttpClients
{
    /// <summary>Sends activities; the only one that carries the bot's token for the channel.</summary>
    public const string Connector = "connector";

    /// <summary>Asks Microsoft Graph; the only one that carries the bot's token for that.</summary>
    public const string Graph = "graph";

    /// <summary>Fetches the bot's outbound tokens.</summary>
    public const string Token = "channel-token";

    /// <summary>Fetches the issuer's OpenID metadata and keys.</summary>
    public const string Metadata = "channel-metadata";
}
