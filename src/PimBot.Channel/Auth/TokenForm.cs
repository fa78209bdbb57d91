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
    private static readonly SearchValues<char> Base64UrlCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    private static readonly string[] RefusedHeaders = ["crit", "jku", "jwk", "x5u", "x5c", "enc", "zip", "b64"];

    /// <summary>Null and a reason when the token is no JWS in compact form, signed with RS256 by a named key.</summary>
    public static TokenForm? Read(string token, out AuthReason? reason)
    {
        reason = AuthReason.TokenMalformed;
        var parts = token.Split('.', 4);
        if (
            parts.Length != 3
            || Array.Exists(parts, p => p.Length == 0 || p.AsSpan().ContainsAnyExcept(Base64UrlCharacters))
        )
        {
            return null;
        }

        using var header = Parse(parts[0]);
        using var payload = Parse(parts[1]);
        if (header is null || payload is null)
        {
            return null;
        }

        reason = HeaderFault(header.RootElement);
        return reason is null ? FromParts(header.RootElement, payload.RootElement, out reason) : null;
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

    private static TokenForm? FromParts(JsonElement header, JsonElement payload, out AuthReason? reason)
    {
        var notBefore = NumericDate(payload, "nbf");
        reason = payload.TryGetProperty("nbf", out _) && notBefore is null ? AuthReason.NotYetValid : null;
        return reason is not null
            ? null
            : new TokenForm(
                header.Text("kid")!,
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
                    payload.TryGetProperty("scp", out _)
                )
            );
    }

    /// <summary>One that is there and no text is not the same as none: it must not pass where none is needed.</summary>
    private static string? ServiceUrlOf(JsonElement payload) =>
        payload.TryGetProperty("serviceurl", out _) ? payload.Text("serviceurl") ?? "" : null;

    private static DateTimeOffset? NumericDate(JsonElement payload, string claim) =>
        payload.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static JsonDocument? Parse(string part)
    {
        try
        {
            return StrictJson.TryParseObject(Base64Url.DecodeFromChars(part), out var document) ? document : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
