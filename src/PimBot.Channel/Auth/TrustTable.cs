using System.Collections.Frozen;

namespace PimBot.Channel.Auth;

/// <summary>
/// The trust profiles that are configured, each with its keys, by issuer. The table never grows: whatever issuers and
/// tenants tokens name, nothing is kept and nothing fetched for one that is not in it.
/// </summary>
internal sealed class TrustTable
{
    private readonly FrozenDictionary<string, TrustRow> rows;

    /// <param name="audience">The only audience that tokens may have.</param>
    /// <param name="profiles">With distinct issuers.</param>
    /// <param name="source">Where keys come from.</param>
    /// <param name="time">By which keys grow old.</param>
    public TrustTable(string audience, IReadOnlyList<TrustProfile> profiles, IKeySource source, TimeProvider time)
    {
        Audience = audience;
        var caches = profiles
            .Select(p => p.OpenIdMetadata)
            .Distinct()
            .ToDictionary(url => url, url => new SigningKeyCache(source, url, time));
        rows = profiles.ToFrozenDictionary(
            p => p.Issuer,
            p => new TrustRow(p, caches[p.OpenIdMetadata]),
            StringComparer.Ordinal
        );
    }

    public string Audience { get; }

    /// <summary>Null: nobody that this bot believes.</summary>
    public TrustRow? Find(string? issuer) => issuer is null ? null : rows.GetValueOrDefault(issuer);
}
