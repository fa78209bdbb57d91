using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>An RSA key of the fake issuer, with the channels that it is endorsed for.</summary>
public sealed class SigningKey
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly Lock gate = new();

    /// <summary>Makes a new key.</summary>
    /// <param name="keyId">The <c>kid</c>.</param>
    /// <param name="endorsements">Channel ids, such as <c>msteams</c>.</param>
    public SigningKey(string keyId, params IReadOnlyList<string> endorsements) =>
        (KeyId, Endorsements) = (keyId, endorsements);

    public string KeyId { get; }

    public IReadOnlyList<string> Endorsements { get; }

    /// <summary>A signed token (RS256) with exactly these header members and claims.</summary>
    public string Sign(JsonObject header, JsonObject claims)
    {
        var content = Encode(header) + "." + Encode(claims);
        lock (gate)
        {
            var bytes = Encoding.ASCII.GetBytes(content);
            var signature = rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return content + "." + Base64Url.EncodeToString(signature);
        }
    }

    /// <summary>The header of an ordinary token.</summary>
    public JsonObject Header() =>
        new()
        {
            ["alg"] = "RS256",
            ["typ"] = "JWT",
            ["kid"] = KeyId,
        };

    /// <summary>The public half as a member of a JWKS.</summary>
    public JsonObject ToJsonWebKey()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = new JsonArray([.. Endorsements.Select(name => (JsonNode)name)]),
        };
    }

    private static string Encode(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
