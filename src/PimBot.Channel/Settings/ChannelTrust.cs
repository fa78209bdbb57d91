using System.Collections.Frozen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PimBot.Channel.Auth;

namespace PimBot.Channel.Settings;

/// <summary>The settings resolved once: whom the bot believes, where it may send, where its token comes from.</summary>
internal sealed class ChannelTrust
{
    public ChannelTrust(IOptions<BotOptions> bot, IOptions<ChannelOptions> channel, IHostEnvironment environment)
    {
        var (identity, options) = (bot.Value, channel.Value);
        var cloud = CloudProfile.Of(options.Cloud ?? ChannelCloud.Public);
        IsDevelopment = environment.IsDevelopment();
        AppId = identity.AppId;
        HasCredential = BotCredentials.Exist(identity);
        Profiles = TrustProfiles.Of(options, cloud);
        Scope = cloud.Scope;
        TokenEndpoint = options.TokenEndpoint is null ? null : new Uri(options.TokenEndpoint);
        Authority = new Uri($"https://{cloud.LoginHost}/{HomeTenant(cloud, identity)}/");
        TokenExchange = cloud.TokenExchange;
        GraphHost = cloud.GraphHost;
        TeamsApp = options.InstallTeamsApp is null ? null : Guid.ParseExact(options.InstallTeamsApp, "D");
        ServiceHosts = cloud.ServiceHosts.Concat(options.ServiceHosts).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        AllowedTenants = Tenants(identity, options).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        AllowsUnauthenticatedLoopback = IsDevelopment && options.DangerouslyAllowUnauthenticatedLoopback;
    }

    public bool IsDevelopment { get; }

    public string AppId { get; }

    /// <summary>False only where unauthenticated loopback is allowed: then loopback is sent to without a token, and nothing else at all.</summary>
    public bool HasCredential { get; }

    /// <summary>Whose tokens are believed; the channel's first.</summary>
    public IReadOnlyList<TrustProfile> Profiles { get; }

    public string Scope { get; }

    /// <summary>A plain OAuth 2.0 endpoint in place of Entra's; null: Entra.</summary>
    public Uri? TokenEndpoint { get; }

    /// <summary>The tenant of Entra in which the bot's registration gets its tokens.</summary>
    public Uri Authority { get; }

    /// <summary>See <see cref="CloudProfile"/>.</summary>
    public string TokenExchange { get; }

    /// <summary>The only host that gets a token for Microsoft Graph.</summary>
    public string GraphHost { get; }

    /// <summary>The app's id in the tenant's Teams catalog; null: it is installed for nobody.</summary>
    public Guid? TeamsApp { get; }

    public FrozenSet<string> ServiceHosts { get; }

    /// <summary>Those listed, or the bot's own. Empty, in Development only: every tenant.</summary>
    public FrozenSet<string> AllowedTenants { get; }

    public bool AllowsUnauthenticatedLoopback { get; }

    private static IEnumerable<string> Tenants(BotOptions bot, ChannelOptions channel) =>
        channel.AllowedTenants.Count == 0 && BotOptionsValidator.ServesItsOwnTenant(bot)
            ? [bot.TenantId!]
            : channel.AllowedTenants;

    private static string HomeTenant(CloudProfile cloud, BotOptions bot) =>
        bot.AppType == BotAppType.MultiTenant ? cloud.SharedTenant : bot.TenantId ?? cloud.SharedTenant;
}
