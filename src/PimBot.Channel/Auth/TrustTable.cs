using System.Collections.Frozen;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Auth;

/// <summary>
/// The trust profiles that are configured, each with its keys, by issuer. The table never grows: whatever issuers and
/// tenants tokens name, nothing is kept and nothing fetched for one that is not in it.
/// </summary>
internal sealed class TrustTable
{
    private readonly FrozenDictionary<string, TrustRow> rows;

    public TrustTable(ChannelTrust trust, IKeySource source, TimeProvider time)
    {
        var caches = trust
            .Profiles.Select(p => p.OpenIdMetadata)
            .Distinct()
            .ToDictionary(url => url, url => new SigningKeyCache(source, url, time));
        rows = trust.Profiles.ToFrozenDictionary(
            p => p.Issuer,
            p => new TrustRow(p, caches[p.OpenIdMetadata]),
            StringComparer.Ordinal
        );
    }

    /// <summary>Null: nobody that this bot believes.</summary>
    public TrustRow? Find(string? issuer) => issuer is null ? null : rows.GetValueOrDefault(issuer);
}
