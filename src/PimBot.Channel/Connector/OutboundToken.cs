namespace PimBot.Channel.Connector;

/// <summary>An access token of the bot, and how long it may be used.</summary>
internal sealed record OutboundToken(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Prints no token.</summary>
    public override string ToString() => $"token until {ExpiresAt:O}";
}
