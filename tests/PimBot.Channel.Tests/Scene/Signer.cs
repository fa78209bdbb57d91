using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Channel.Tests.Scene;

/// <summary>A signing key of an issuer: makes tokens, and its own entry in the key set.</summary>
internal sealed class Signer(string keyId, params string[] endorsements)
{
    public RSA Key { get; } = RSA.Create(2048);

    public string KeyId => keyId;

    public JsonObject Jwk()
    {
        var parameters = Key.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["x5t"] = keyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]),
        };
    }

    public JsonObject Header() =>
        new()
        {
            ["alg"] = "RS256",
            ["kid"] = keyId,
            ["x5t"] = keyId,
            ["typ"] = "JWT",
        };

    public string Sign(JsonObject payload, JsonObject? header = null) =>
        SignRaw((header ?? Header()).ToJsonString(), payload.ToJsonString());

    public string SignRaw(string header, string payload)
    {
        var signed = Unsigned(header, payload);
        return signed
            + "."
            + Base64Url.EncodeToString(
                Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            );
    }

    public static string Unsigned(string header, string payload) => Encode(header) + "." + Encode(payload);

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
