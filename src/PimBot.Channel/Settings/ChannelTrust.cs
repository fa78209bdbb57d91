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
        ClientSecret = string.IsNullOrWhiteSpace(identity.ClientSecret) ? null : identity.ClientSecret;
        Profiles = TrustProfiles.Of(options, cloud);
        Scope = cloud.Scope;
        TokenEndpoint = new Uri(options.TokenEndpoint ?? EntraEndpoint(cloud, identity));
        ServiceHosts = cloud.ServiceHosts.Concat(options.ServiceHosts).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        AllowedTenants = Tenants(identity, options).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        AllowsUnauthenticatedLoopback = IsDevelopment && options.DangerouslyAllowUnauthenticatedLoopback;
    }

    public bool IsDevelopment { get; }

    public string AppId { get; }

    /// <summary>Null only where unauthenticated loopback is allowed: then loopback is sent to without a token, and nothing else at all.</summary>
    public string? ClientSecret { get; }

    /// <summary>Whose tokens are believed; the channel's first.</summary>
    public IReadOnlyList<TrustProfile> Profiles { get; }

    public string Scope { get; }

    public Uri TokenEndpoint { get; }

    public FrozenSet<string> ServiceHosts { get; }

    /// <summary>Those listed, or the bot's own. Empty, in Development only: every tenant.</summary>
    public FrozenSet<string> AllowedTenants { get; }

    public bool AllowsUnauthenticatedLoopback { get; }

    private static IEnumerable<string> Tenants(BotOptions bot, ChannelOptions channel) =>
        channel.AllowedTenants.Count == 0 && BotOptionsValidator.ServesItsOwnTenant(bot)
            ? [bot.TenantId!]
            : channel.AllowedTenants;

    private static string EntraEndpoint(CloudProfile cloud, BotOptions bot)
    {
        var tenant = bot.AppType == BotAppType.MultiTenant ? cloud.SharedTenant : bot.TenantId ?? cloud.SharedTenant;
        return $"https://{cloud.LoginHost}/{tenant}/oauth2/v2.0/token";
    }
}
