using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PimBot.Fuzzing.Headers;

/// <summary>
/// Who may come in, read anew from the channel's rules with System.Security.Cryptography and System.Text.Json alone.
/// Where the rules are silent it lets in, so that it accepts all that the product may accept.
/// </summary>
internal sealed class TokenOracle(DoorKeys keys)
{
    private const int LongestToken = 16 * 1024;
    private const long Skew = 300;

    private static readonly string[] NotTaken = ["crit", "jku", "jwk", "x5u", "x5c", "enc", "zip"];

    /// <summary>Whether the headers alone say no, so that the body must stay unread; and whether the activity may be taken.</summary>
    public (bool IsTokenGood, bool IsVouchedFor) Judge(
        IReadOnlyList<string> authorization,
        string channelId,
        string url
    )
    {
        if (authorization.Count != 1 || !authorization[0].StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var parts = authorization[0]["Bearer ".Length..].Split('.');
        if (parts.Sum(part => part.Length + 1) - 1 > LongestToken || parts.Length != 3)
        {
            return default;
        }

        using var header = Json(parts[0]);
        using var claims = Json(parts[1]);
        if (
            header is null
            || claims is null
            || !IsHeaderTaken(header.RootElement)
            || !AreClaimsGood(claims.RootElement)
        )
        {
            return default;
        }

        if (keys.Listed(Text(header.RootElement, "kid") ?? "") is not { } listed || !IsSigned(parts, listed.Key))
        {
            return default;
        }

        var serviceUrl = Text(claims.RootElement, "serviceurl");
        return string.IsNullOrEmpty(serviceUrl)
            ? default
            : (true, listed.Endorsements.Contains(channelId) && AreSame(serviceUrl, url) && IsHostAllowed(url));
    }

    private static bool IsHeaderTaken(JsonElement header) =>
        Text(header, "alg") == "RS256" && !NotTaken.Any(name => header.TryGetProperty(name, out _));

    private static bool AreClaimsGood(JsonElement claims) =>
        Text(claims, "iss") == Door.Issuer
        && Text(claims, "aud") == Door.AppId
        && claims.TryGetProperty("exp", out var expires)
        && Number(expires) is { } end
        && Door.Now < end + Skew
        && end < 253_402_300_800
        && (
            !claims.TryGetProperty("nbf", out var notBefore)
            || (Number(notBefore) is { } begin && begin <= Door.Now + Skew)
        );

    private static bool IsSigned(string[] parts, RSA key) =>
        Bytes(parts[2]) is { } signature
        && key.VerifyData(
            Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]),
            signature,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );

    /// <summary>A slash at the end and the case of scheme and host don't count.</summary>
    private static bool AreSame(string one, string two) => Plain(one) == Plain(two);

    private static string Plain(string url)
    {
        var cut = url.EndsWith('/') ? url[..^1] : url;
        var path = cut.IndexOf('/', Math.Min(cut.Length, 8));
        return path < 0 ? cut.ToLowerInvariant() : cut[..path].ToLowerInvariant() + cut[path..];
    }

    private static bool IsHostAllowed(string url) =>
        Plain(url) == "https://smba.trafficmanager.net"
        || Plain(url).StartsWith("https://smba.trafficmanager.net/", StringComparison.Ordinal)
        || Plain(url).StartsWith("https://smba.trafficmanager.net:443", StringComparison.Ordinal);

    /// <summary>Null for half a surrogate pair, too, which is no text.</summary>
    private static string? Text(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number
        && double.TryParse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static JsonDocument? Json(string part)
    {
        try
        {
            if (Bytes(part) is not { } bytes)
            {
                return null;
            }

            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            var text = strict.GetString(bytes);
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            var document = JsonDocument.Parse(text, options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>RFC 4648, section 5, without padding; bits left over at the end are not looked at.</summary>
    private static byte[]? Bytes(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        if (text.Length % 4 == 1 || text.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        var bytes = new byte[text.Length * 6 / 8];
        for (int i = 0, bits = 0, held = 0, at = 0; i < text.Length; i++)
        {
            bits = (bits << 6) | Alphabet.IndexOf(text[i], StringComparison.Ordinal);
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        return bytes;
    }
}
