using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PimBot.Testing.Tests;

/// <summary>Checks signature and audience of a token with the base library alone.</summary>
internal static class TinyTokens
{
    public static bool IsValid(string token, JsonArray keys, string audience)
    {
        var parts = token.Split('.');
        var key = keys.FirstOrDefault(known => known!["kid"]!.ToString() == Json(parts[0])["kid"]!.ToString());
        if (key is null)
        {
            return false;
        }

        using var rsa = RSA.Create(
            new RSAParameters
            {
                Modulus = Base64Url.DecodeFromChars(key["n"]!.ToString()),
                Exponent = Base64Url.DecodeFromChars(key["e"]!.ToString()),
            }
        );
        var isSigned = rsa.VerifyData(
            Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]),
            Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return isSigned && Json(parts[1])["aud"]!.ToString() == audience;
    }

    private static JsonObject Json(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();
}
