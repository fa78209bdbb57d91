using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PimBot.Verification;

/// <summary>The provider's signing keys, by Microsoft.IdentityModel: fetched when first needed, daily, and when a key is missing.</summary>
internal sealed class ProviderKeys(VerificationSettings settings, SignInHttp http)
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> metadata = new(
        settings.Metadata.ToString(),
        new OpenIdConnectConfigurationRetriever(),
        http
    )
    {
        AutomaticRefreshInterval = TimeSpan.FromDays(1),
        // Only an answer of the provider itself makes us ask again, so nobody else can make us ask often.
        RefreshInterval = ConfigurationManager<OpenIdConnectConfiguration>.MinimumRefreshInterval,
    };

    /// <summary>The RSA key of this id; null when the provider lists none, or several.</summary>
    /// <exception cref="HttpRequestException">The provider's metadata can't be had.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<SecurityKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        if (await FindOnceAsync(keyId, cancellation) is { } known)
        {
            return known;
        }

        metadata.RequestRefresh();
        return await FindOnceAsync(keyId, cancellation);
    }

    private async Task<SecurityKey?> FindOnceAsync(string keyId, CancellationToken cancellation)
    {
        var listed = (await ReadAsync(cancellation)).JsonWebKeySet?.Keys ?? [];
        var found = listed.Where(key => key is { Kty: "RSA", Use: null or "" or "sig" } && key.Kid == keyId).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await metadata.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException notToBeHad)
        {
            throw new HttpRequestException("The provider's metadata can't be had.", notToBeHad);
        }
    }
}
