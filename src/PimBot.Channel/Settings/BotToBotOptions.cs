namespace PimBot.Channel.Settings;

/// <summary>
/// Section <c>Channel:BotToBot</c>: other bots and services that may talk to this bot with tokens of Microsoft Entra ID.
/// Off unless it is set. A caller that is listed is believed as much as the channel is: whom it says a message is
/// from, that person the message is from.
/// </summary>
public sealed class BotToBotOptions
{
    /// <summary>The id (a GUID) of the only tenant whose tokens are taken.</summary>
    public string? Tenant { get; set; }

    /// <summary>The application ids (GUIDs) of the callers; at least one, never this bot's own.</summary>
    public IList<string> Callers { get; set; } = [];

    /// <summary>
    /// Where the tenant publishes its OpenID metadata: https, or http on loopback in Development. Null: at the cloud's
    /// Microsoft Entra ID.
    /// </summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Anything in the section turns it on, so that half a section is a fault and not silence.</summary>
    internal bool IsSet => Tenant is not null || Callers.Count > 0 || OpenIdMetadata is not null;
}
