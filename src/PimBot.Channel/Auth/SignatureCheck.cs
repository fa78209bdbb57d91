using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Auth;

/// <summary>
/// The signature, by Microsoft.IdentityModel, which checks issuer and audience once more with its own reading of the
/// token. Its lifetime check is off: it reads the system's clock, and ours has been done.
/// </summary>
internal sealed class SignatureCheck(ChannelTrust trust, ILogger<SignatureCheck> logger)
{
    private static readonly JsonWebTokenHandler Handler = new()
    {
        MaximumTokenSizeInBytes = BearerHeader.MaxTokenLength,
    };

    /// <summary>The library's provider cache is off: it would keep every key that was ever used.</summary>
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    public bool Holds(string token, SecurityKey key, string issuer)
    {
        try
        {
            var result = Handler.ValidateToken(token, Rules(key, issuer));
            if (!result.IsValid)
            {
                AuthLog.LibraryRefused(logger, result.Exception?.GetType().Name ?? "none");
            }

            return result.IsValid;
        }
        catch (Exception e)
        {
            AuthLog.LibraryRefused(logger, e.GetType().Name);
            return false;
        }
    }

    private TokenValidationParameters Rules(SecurityKey key, string issuer) =>
        new()
        {
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = key,
            CryptoProviderFactory = Crypto,
            ValidateIssuer = true,
            ValidIssuer = issuer,
            ValidateAudience = true,
            ValidAudience = trust.AppId,
            ValidateLifetime = false,
        };
}
