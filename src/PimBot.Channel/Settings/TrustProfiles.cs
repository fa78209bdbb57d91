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

    /// <summary>The rows of a door for people of one tenant.</summary>
    /// <param name="cloud">Where the tenant is.</param>
    /// <param name="tenant">Its id.</param>
    /// <param name="openIdMetadata">Where it publishes its keys; null: at the cloud's Microsoft Entra ID.</param>
    /// <param name="scope">What an application must have been given to come in a person's name.</param>
    public static IReadOnlyList<TrustProfile> OfPeople(
        CloudProfile cloud,
        string tenant,
        string? openIdMetadata,
        string scope
    )
    {
        var entra = EntraTenant.Of(cloud, tenant, openIdMetadata);
        return
        [
            new(entra.FirstIssuer, entra.Metadata, null, new PersonRule(CallerRule.FirstVersion, entra.Id, scope)),
            new(entra.SecondIssuer, entra.Metadata, null, new PersonRule(CallerRule.SecondVersion, entra.Id, scope)),
        ];
    }

    private static IEnumerable<TrustProfile> BotToBot(BotToBotOptions options, CloudProfile cloud)
    {
        var entra = EntraTenant.Of(cloud, options.Tenant!, options.OpenIdMetadata);
        var callers = options.Callers.Select(c => c.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);
        yield return new TrustProfile(
            entra.FirstIssuer,
            entra.Metadata,
            new CallerRule(CallerRule.FirstVersion, entra.Id, callers)
        );
        yield return new TrustProfile(
            entra.SecondIssuer,
            entra.Metadata,
            new CallerRule(CallerRule.SecondVersion, entra.Id, callers)
        );
    }

    /// <summary>
    /// The two issuers of a tenant. Both versions' tokens are signed with the same keys, which the metadata of either
    /// leads to.
    /// </summary>
    private sealed record EntraTenant(string Id, string FirstIssuer, string SecondIssuer, Uri Metadata)
    {
        public static EntraTenant Of(CloudProfile cloud, string tenant, string? openIdMetadata)
        {
            var id = tenant.ToLowerInvariant();
            var second = $"https://{cloud.LoginHost}/{id}/v2.0";
            return new EntraTenant(
                id,
                $"https://{cloud.TokenServiceHost}/{id}/",
                second,
                new Uri(openIdMetadata ?? second + "/.well-known/openid-configuration")
            );
        }
    }
}
