using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TokenHash = PimBot.Channel.Auth.AcceptedTokens.TokenHash;

namespace PimBot.Channel.Auth;

/// <summary>
/// The signature: first by RSA alone, which is what refuses a forged one at the least price; then, once for each token,
/// by Microsoft.IdentityModel, which checks issuer and audience once more with its own reading of the token. Its lifetime
/// check is off: it reads the system's clock, and ours has been done.
/// </summary>
/// <remarks>
/// Half of the processors at most verify signatures at any time. However many tokens come, the other half is there for
/// the requests whose token was verified before. When too many wait already, the rest are told to come back.
/// </remarks>
internal sealed class SignatureCheck(ILogger<SignatureCheck> logger) : IDisposable
{
    /// <summary>A forged signature is found out in some 25 µs, so that what waits longest waits for a tenth of a second.</summary>
    private const int MostWaiting = 2000;

    private static readonly JsonWebTokenHandler Handler = new()
    {
        MaximumTokenSizeInBytes = BearerHeader.MaxTokenLength,
    };

    /// <summary>The library's provider cache is off: it would keep every key that was ever used.</summary>
    private static readonly CryptoProviderFactory Crypto = new() { CacheSignatureProviders = false };

    private readonly AcceptedTokens accepted = new();
    private readonly VerificationGate gate = new(Math.Max(1, Environment.ProcessorCount / 2), MostWaiting);

    /// <summary>Null when the signature holds; else <see cref="AuthReason.SignatureInvalid"/> or <see cref="AuthReason.TooManyTokens"/>.</summary>
    /// <param name="token">Of a form that was checked: three parts of base64url.</param>
    public async Task<AuthReason?> FaultAsync(
        string token,
        SigningKey key,
        string issuer,
        string audience,
        CancellationToken cancellation
    )
    {
        var bytes = Encoding.ASCII.GetBytes(token);
        var hash = TokenHash.Of(bytes);
        if (accepted.Contains(hash, key))
        {
            return null;
        }

        if (!await gate.EnterAsync(cancellation))
        {
            return AuthReason.TooManyTokens;
        }

        try
        {
            if (!Verifies(bytes, key) || !LibraryAgrees(token, Rules(key.Key, issuer, audience)))
            {
                return AuthReason.SignatureInvalid;
            }
        }
        finally
        {
            gate.Leave();
        }

        accepted.Add(hash, key);
        return null;
    }

    public void Dispose() => gate.Dispose();

    private bool Verifies(ReadOnlySpan<byte> token, SigningKey key)
    {
        var end = token.LastIndexOf((byte)'.');
        Span<byte> signature = stackalloc byte[SigningKeySet.LargestModulus];
        try
        {
            return Base64Url.TryDecodeFromUtf8(token[(end + 1)..], signature, out var length)
                && key.Verifies(token[..end], signature[..length]);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            AuthLog.LibraryRefused(logger, e.GetType().Name);
            return false;
        }
    }

    private bool LibraryAgrees(string token, TokenValidationParameters rules)
    {
        try
        {
            var result = Handler.ValidateToken(token, rules);
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

    private static TokenValidationParameters Rules(SecurityKey key, string issuer, string audience) =>
        new()
        {
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = key,
            CryptoProviderFactory = Crypto,
            ValidateIssuer = true,
            ValidIssuer = issuer,
            ValidateAudience = true,
            ValidAudience = audience,
            ValidateLifetime = false,
        };
}
