using System.Security.Cryptography;
using System.Text;

namespace PimBot.Audit;

/// <summary>Signs what is posted, as Standard Webhooks describes (https://www.standardwebhooks.com).</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>The bytes of a secret; null when it has not the form.</summary>
    public static byte[]? KeyOf(string secret)
    {
        var key = new byte[LongestKey + 1];
        return
            secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length)
            && length is >= ShortestKey and <= LongestKey
            ? key[..length]
            : null;
    }

    /// <summary>The header <c>webhook-signature</c>.</summary>
    public static string Of(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }
}
