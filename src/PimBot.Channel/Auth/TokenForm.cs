using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using PimBot.Channel.Json;

namespace PimBot.Channel.Auth;

/// <summary>What a token says, read strictly and not yet believed.</summary>
/// <param name="KeyId">Header <c>kid</c>.</param>
/// <param name="Issuer">Claim <c>iss</c>; null when it is missing or no text.</param>
/// <param name="Audience">Claim <c>aud</c>; null when it is missing or no text (an array is no text).</param>
/// <param name="Expires">Claim <c>exp</c> in seconds since 1970; null when it is missing or no whole number in range.</param>
/// <param name="NotBefore">Claim <c>nbf</c>; null when it is missing.</param>
/// <param name="ServiceUrl">Claim <c>serviceurl</c>; null when it is missing, or empty when it is no text.</param>
/// <param name="Entra">The claims that tokens of Microsoft Entra ID have besides.</param>
internal sealed record TokenForm(
    string KeyId,
    string? Issuer,
    string? Audience,
    DateTimeOffset? Expires,
    DateTimeOffset? NotBefore,
    string? ServiceUrl,
    EntraClaims Entra
)
{
    /// <summary>Longest header taken, in base64url characters: some ten times those of the channel and of Entra ID.</summary>
    public const int LongestHeader = 2048;

    private static readonly SearchValues<char> Base64UrlCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    private static readonly string[] RefusedHeaders = ["crit", "jku", "jwk", "x5u", "x5c", "enc", "zip", "b64"];

    /// <summary>
    /// Null and a reason when the token is no JWS in compact form, signed with RS256 by a named key. The payload is not
    /// looked at before the header is in order.
    /// </summary>
    public static TokenForm? Read(string token, out AuthReason? reason)
    {
        reason = AuthReason.TokenMalformed;
        var first = token.IndexOf('.', StringComparison.Ordinal);
        var second = first < 0 ? -1 : token.IndexOf('.', first + 1);
        if (second < 0 || first > LongestHeader || !IsBase64Url(token, first, second))
        {
            return null;
        }

        var keyId = KeyIdOf(token.AsSpan(0, first), ref reason);
        return keyId is null ? null : ReadPayload(token.AsSpan((first + 1)..second), keyId, out reason);
    }

    private static bool IsBase64Url(string token, int first, int second) =>
        first > 0
        && second > first + 1
        && second < token.Length - 1
        && !token.AsSpan(0, first).ContainsAnyExcept(Base64UrlCharacters)
        && !token.AsSpan((first + 1)..second).ContainsAnyExcept(Base64UrlCharacters)
        && !token.AsSpan(second + 1).ContainsAnyExcept(Base64UrlCharacters);

    private static string? KeyIdOf(ReadOnlySpan<char> part, ref AuthReason? reason)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length);
        try
        {
            using var header = Parse(part, buffer);
            if (header is null)
            {
                return null;
            }

            reason = HeaderFault(header.RootElement);
            return reason is null ? header.RootElement.Text("kid") : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static AuthReason? HeaderFault(JsonElement header)
    {
        if (!string.Equals(header.Text("alg"), "RS256", StringComparison.Ordinal))
        {
            return AuthReason.AlgorithmNotAllowed;
        }

        if (Array.Exists(RefusedHeaders, h => header.TryGetProperty(h, out _)))
        {
            return AuthReason.HeaderNotAllowed;
        }

        if (
            header.TryGetProperty("typ", out _)
            && !string.Equals(header.Text("typ"), "JWT", StringComparison.OrdinalIgnoreCase)
        )
        {
            return AuthReason.HeaderNotAllowed;
        }

        return string.IsNullOrEmpty(header.Text("kid")) ? AuthReason.KeyIdMissing : null;
    }

    private static TokenForm? ReadPayload(ReadOnlySpan<char> part, string keyId, out AuthReason? reason)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length);
        try
        {
            using var payload = Parse(part, buffer);
            reason = AuthReason.TokenMalformed;
            return payload is null ? null : FromPayload(payload.RootElement, keyId, out reason);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static TokenForm? FromPayload(JsonElement payload, string keyId, out AuthReason? reason)
    {
        var notBefore = NumericDate(payload, "nbf");
        reason = payload.TryGetProperty("nbf", out _) && notBefore is null ? AuthReason.NotYetValid : null;
        return reason is not null
            ? null
            : new TokenForm(
                keyId,
                payload.Text("iss"),
                payload.Text("aud"),
                NumericDate(payload, "exp"),
                notBefore,
                ServiceUrlOf(payload),
                new EntraClaims(
                    payload.Text("ver"),
                    payload.Text("tid"),
                    payload.Text("appid"),
                    payload.Text("azp"),
                    payload.TryGetProperty("scp", out _),
                    payload.TryGetProperty("scp", out _) ? PersonClaims.Of(payload) : null
                )
            );
    }

    /// <summary>One that is there and no text is not the same as none: it must not pass where none is needed.</summary>
    private static string? ServiceUrlOf(JsonElement payload) =>
        payload.TryGetProperty("serviceurl", out _) ? payload.Text("serviceurl") ?? "" : null;

    /// <summary>Null when the claim is missing or no whole number of seconds in range.</summary>
    internal static DateTimeOffset? NumericDate(JsonElement payload, string claim) =>
        payload.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The document reads the buffer as long as it lives.</summary>
    private static JsonDocument? Parse(ReadOnlySpan<char> part, byte[] buffer)
    {
        try
        {
            return
                Base64Url.TryDecodeFromChars(part, buffer, out var length)
                && StrictJson.TryParseObject(buffer.AsMemory(0, length), out var document)
                ? document
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
