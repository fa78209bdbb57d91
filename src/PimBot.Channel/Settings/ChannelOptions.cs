namespace PimBot.Channel.Settings;

/// <summary>Section <c>Channel</c>: whose tokens are believed, who may talk to the bot, and where it may send.</summary>
public sealed class ChannelOptions
{
    public const string Section = "Channel";

    /// <summary>Tenants whose activities are taken. Empty: the bot's own tenant, when it is single-tenant and given by id; otherwise refused at start, except in Development.</summary>
    public IList<string> AllowedTenants { get; set; } = [];

    /// <summary>The cloud; null means <see cref="ChannelCloud.Public"/>. Excludes <see cref="Issuer"/>.</summary>
    public ChannelCloud? Cloud { get; set; }

    /// <summary>The only issuer believed, in place of the cloud's. Needs <see cref="OpenIdMetadata"/>.</summary>
    public string? Issuer { get; set; }

    /// <summary>Where <see cref="Issuer"/> publishes its OpenID metadata: https, or http on loopback in Development.</summary>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Exact host names, beside the cloud's own, that activities may name and that the bot's token may go to.</summary>
    public IList<string> ServiceHosts { get; set; } = [];

    /// <summary>
    /// An OAuth 2.0 client-credentials endpoint in place of Microsoft Entra's: https, or http on loopback in Development.
    /// </summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>
    /// The bot's app in the tenant's Teams catalog, by its id there (a GUID, not the manifest's). Set: the app is
    /// installed for people who have not got it when there is something to tell them, through Microsoft Graph, for which
    /// the registration needs <c>TeamsAppInstallation.ReadWriteSelfForUser.All</c>. Off unless set.
    /// </summary>
    public string? InstallTeamsApp { get; set; }

    /// <summary>Callers other than the channel; off unless set.</summary>
    public BotToBotOptions BotToBot { get; set; } = new();

    /// <summary>How many turns people and tenants may have a minute.</summary>
    public RateLimitOptions RateLimits { get; set; } = new();

    /// <summary>
    /// Takes requests that carry no <c>Authorization</c> header, from loopback addresses, in Development only; for local
    /// clients that send no token. A request with a token is checked as ever.
    /// </summary>
    public bool DangerouslyAllowUnauthenticatedLoopback { get; set; }
}
