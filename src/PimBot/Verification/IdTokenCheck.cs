using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>
/// Checks an ID token (OpenID Connect Core, section 3.1.3.7) and what it says of the sign-in. Whatever is missing counts
/// against it.
/// </summary>
internal sealed class IdTokenCheck(VerificationSettings settings, ProviderKeys keys, TimeProvider time)
{
    /// <summary>How much the provider's clock may differ from ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const string Mfa = "mfa";
    private const int LongestToken = 32 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };

    // The library's provider cache is off: it would keep every key that was ever used.
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    /// <summary>What a proof is called: <c>acrs:c1</c>, or <c>amr:mfa</c>.</summary>
    /// <param name="demanded">The authentication context that was demanded; null: what the settings demand.</param>
    public string MethodOf(string? demanded) =>
        (demanded ?? settings.AuthenticationContext) is { } context
            ? VerificationProof.MethodOf(context)
            : $"amr:{Mfa}";

    /// <param name="idToken">The token as the provider gave it.</param>
    /// <param name="nonce">What this sign-in was begun with.</param>
    /// <param name="demanded">The authentication context that was demanded; null: what the settings demand.</param>
    /// <exception cref="HttpRequestException">The provider's keys can't be had.</exception>
    /// <exception cref="OperationCanceledException">They took longer than 10 seconds.</exception>
    public async Task<SignInVerdict> CheckAsync(string idToken, string nonce, string? demanded)
    {
        if (Parse(idToken) is not { } token || IdTokenClaims.Read(token.EncodedPayload) is not { } claims)
        {
            return new(SignInFault.TokenMalformed, null);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        var origin = await OriginFaultAsync(idToken, token.Kid, patience.Token) ?? Meaning(claims, nonce);
        return origin is not null ? new(origin, null) : Judge(claims, demanded);
    }

    private static JsonWebToken? Parse(string idToken)
    {
        try
        {
            return
                idToken.Length <= LongestToken
                && idToken.Count(c => c == '.') == 2
                && new JsonWebToken(idToken) is { Alg: SecurityAlgorithms.RsaSha256, Kid.Length: > 0 } token
                ? token
                : null;
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException or Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }

    private async Task<SignInFault?> OriginFaultAsync(string idToken, string keyId, CancellationToken cancellation) =>
        await keys.FindAsync(keyId, cancellation) is not { } key ? SignInFault.KeyUnknown
        : Handler.ValidateToken(idToken, Rules(key)).IsValid ? null
        : SignInFault.SignatureWrong;

    // The library proves the signature. The rest is ours: its lifetime check reads the machine’s clock, and its
    // audience check is content with one of several.
    private static TokenValidationParameters Rules(SecurityKey key) =>
        new()
        {
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = key,
            CryptoProviderFactory = Crypto,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };

    private SignInFault? Meaning(IdTokenClaims claims, string nonce)
    {
        var now = time.GetUtcNow();
        return claims switch
        {
            _ when !string.Equals(claims.Issuer, settings.Issuer, StringComparison.Ordinal) => SignInFault.IssuerWrong,
            _ when !string.Equals(claims.Audience, settings.ClientId, StringComparison.Ordinal) =>
                SignInFault.AudienceWrong,
            _ when !IsSame(claims.Nonce, nonce) => SignInFault.NonceWrong,
            _ when claims.Expires is not { } end || now - ClockSkew >= end => SignInFault.Expired,
            { HasNotBefore: true } when claims.NotBefore is not { } begin || now + ClockSkew < begin =>
                SignInFault.NotYetValid,
            _ => null,
        };
    }

    private SignInVerdict Judge(IdTokenClaims claims, string? demanded)
    {
        if (
            claims.ObjectId is not { } id
            || !string.Equals(claims.Tenant, settings.TenantId, StringComparison.OrdinalIgnoreCase)
        )
        {
            return new(SignInFault.OtherTenant, null);
        }

        var person = new PersonId(id);
        return !IsFresh(claims.AuthenticatedAt) ? new(SignInFault.SignInTooOld, person)
            : !HasSecondFactor(claims, demanded) ? new(SignInFault.NoSecondFactor, person)
            : new(null, person);
    }

    private bool IsFresh(DateTimeOffset? signedIn)
    {
        var now = time.GetUtcNow();
        return now - signedIn <= settings.MaxAge && signedIn <= now + ClockSkew;
    }

    private bool HasSecondFactor(IdTokenClaims claims, string? demanded) =>
        (demanded ?? settings.AuthenticationContext) is { } context
            ? claims.Contexts.Contains(context, StringComparer.Ordinal)
            : claims.Methods.Contains(Mfa, StringComparer.Ordinal);

    private static bool IsSame(string? given, string expected) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
