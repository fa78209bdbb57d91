namespace PimBot.Channel.Connector;

/// <summary>An access token of the bot, and how long it may be used.</summary>
internal sealed record OutboundToken(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    /// <summary>
    /// Null when the value cannot stand in a header or has no life. Life counts from before the request, so that it
    /// never ends later than the issuer thinks, and is at most a day.
    /// </summary>
    public static OutboundToken? Of(string? value, DateTimeOffset askedAt, TimeSpan life)
    {
        if (string.IsNullOrEmpty(value) || !value.All(c => c is > ' ' and < '\x7f') || life <= TimeSpan.Zero)
        {
            return null;
        }

        var used = life < LongestLife ? life : LongestLife;
        return new OutboundToken(value, askedAt + (used * 0.8), askedAt + used);
    }

    /// <summary>Prints no token.</summary>
    public override string ToString() => $"token until {ExpiresAt:O}";
}
