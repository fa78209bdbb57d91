using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace PimBot.Channel.Connector;

/// <summary>
/// Makes the token by which an application with a certificate proves who it is (RFC 7523, section 2.2), in the form that
/// Microsoft Entra ID documents: PS256 with <c>x5t#S256</c>. MSAL's own falls back to SHA-1 for any authority that it
/// does not take for Entra's. The certificate is sent along (<c>x5c</c>), so that registrations which trust its issuer
/// and subject take a renewed one.
/// </summary>
internal static class CertificateAssertion
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static string Sign(X509Certificate2 certificate, string clientId, string tokenEndpoint, DateTimeOffset now)
    {
        var header = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["alg"] = "PS256",
            ["typ"] = "JWT",
            ["x5t#S256"] = Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            ["x5c"] = new[] { Convert.ToBase64String(certificate.RawData) },
        };
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = tokenEndpoint,
            ["iss"] = clientId,
            ["sub"] = clientId,
            ["jti"] = Guid.NewGuid().ToString(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Life).ToUnixTimeSeconds(),
        };
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        using var key = certificate.GetRSAPrivateKey()!;
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pss
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded(Dictionary<string, object> part) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
