using System.Collections.Frozen;
using PimBot.Channel.Auth;

namespace PimBot.Channel.Settings;

/// <summary>Makes the table of those whom the bot believes of the settings.</summary>
internal static class TrustProfiles
{
    public static IReadOnlyList<TrustProfile> Of(ChannelOptions options, CloudProfile cloud)
    {
        var channel = new TrustProfile(
            options.Issuer ?? cloud.Issuer,
            new Uri(options.OpenIdMetadata ?? cloud.OpenIdMetadata),
            Caller: null
        );
        return options.BotToBot.IsSet ? [channel, .. BotToBot(options.BotToBot, cloud)] : [channel];
    }

    /// <summary>
    /// The two issuers of a tenant. Both versions' tokens are signed with the same keys, which the metadata of either
    /// leads to.
    /// </summary>
    private static IEnumerable<TrustProfile> BotToBot(BotToBotOptions options, CloudProfile cloud)
    {
        var tenant = options.Tenant!.ToLowerInvariant();
        var second = $"https://{cloud.LoginHost}/{tenant}/v2.0";
        var metadata = new Uri(options.OpenIdMetadata ?? second + "/.well-known/openid-configuration");
        var callers = options.Callers.Select(c => c.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);
        yield return new TrustProfile(
            $"https://{cloud.TokenServiceHost}/{tenant}/",
            metadata,
            new CallerRule(CallerRule.FirstVersion, tenant, callers)
        );
        yield return new TrustProfile(second, metadata, new CallerRule(CallerRule.SecondVersion, tenant, callers));
    }
}
