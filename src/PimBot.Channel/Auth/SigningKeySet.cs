using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using PimBot.Channel.Json;

namespace PimBot.Channel.Auth;

/// <summary>The issuer's keys as published at one time (RFC 7517, with the Bot Framework's <c>endorsements</c>).</summary>
internal sealed class SigningKeySet
{
    private const int SmallestModulus = 2048 / 8;

    /// <summary>In bytes.</summary>
    public const int LargestModulus = 8192 / 8;

    private readonly FrozenDictionary<string, SigningKey> keys;

    private SigningKeySet(FrozenDictionary<string, SigningKey> keys, DateTimeOffset fetchedAt)
    {
        this.keys = keys;
        FetchedAt = fetchedAt;
    }

    public DateTimeOffset FetchedAt { get; }

    public SigningKey? Find(string keyId) => keys.GetValueOrDefault(keyId);

    /// <summary>
    /// Takes the RSA signing keys of 2,048 to 8,192 bits. A key id that is listed twice is ambiguous and left out.
    /// Null when nothing usable remains, so that a broken document does not replace good keys.
    /// </summary>
    public static SigningKeySet? From(JsonElement document, DateTimeOffset fetchedAt)
    {
        if (!document.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var usable = list.EnumerateArray()
            .Select(k => (Id: k.Text("kid"), Key: Read(k)))
            .Where(k => !string.IsNullOrEmpty(k.Id) && k.Key is not null)
            .GroupBy(k => k.Id!, k => k.Key!, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
        return usable.Count == 0 ? null : new SigningKeySet(usable, fetchedAt);
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (
            key.Text("kty") != "RSA"
            || key.Text("use") is not (null or "sig")
            || key.Text("alg") is not (null or "RS256")
        )
        {
            return null;
        }

        if (Bytes(key.Text("n")) is not { } modulus || Bytes(key.Text("e")) is not { Length: > 0 and <= 8 } exponent)
        {
            return null;
        }

        var significant = modulus.AsSpan().TrimStart((byte)0).ToArray();
        if (significant.Length is < SmallestModulus or > LargestModulus)
        {
            return null;
        }

        var rsa = new RSAParameters { Modulus = significant, Exponent = exponent };
        return Usable(rsa) && key.Text("kid") is { } id ? new SigningKey(rsa, id, Endorsements(key)) : null;
    }

    /// <summary>What RSA itself does not take (an even exponent, say) is no key.</summary>
    private static bool Usable(RSAParameters parameters)
    {
        try
        {
            using var rsa = RSA.Create(parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static FrozenSet<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
                .Where(e => e.ValueKind == JsonValueKind.String)
                .Select(e => e.GetString()!)
                .ToFrozenSet(StringComparer.Ordinal)
            : [];

    private static byte[]? Bytes(string? base64Url)
    {
        try
        {
            return base64Url is null ? null : Base64Url.DecodeFromChars(base64Url);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
