using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>A token by which an application proves who it is (RFC 7523), as it was sent.</summary>
/// <param name="Header">Of the token.</param>
/// <param name="Claims">What it says.</param>
public sealed record ClientAssertion(JsonObject Header, JsonObject Claims)
{
    public static ClientAssertion Read(string token)
    {
        var parts = token.Split('.');
        return new ClientAssertion(Json(parts[0]), Json(parts[1]));
    }

    /// <summary>Whether the certificate's key signed it, by RSA-PSS with SHA-256.</summary>
    public static bool IsSignedBy(X509Certificate2 certificate, string token)
    {
        if (token.Split('.') is not [var header, var claims, var signature])
        {
            return false;
        }

        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(
            Encoding.ASCII.GetBytes($"{header}.{claims}"),
            Base64Url.DecodeFromChars(signature),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pss
        );
    }

    private static JsonObject Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
}
