using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PimBot.Fuzzing.Headers;

/// <summary>Keys that the issuer lists, with different endorsements, and keys that it does not.</summary>
internal sealed class DoorKeys
{
    private static readonly (string Name, string KeyId, string[]? Endorsements)[] All =
    [
        ("good", "good", ["msteams", "webchat"]),
        ("web", "web", ["webchat", "directline"]),
        ("bare", "bare", []),
        ("stranger", "stranger", null),
        ("impostor", "good", null),
    ];

    private readonly Dictionary<string, RSA> keys = All.ToDictionary(key => key.Name, _ => RSA.Create(2048));

    public static IReadOnlyList<string> Names => [.. All.Select(key => key.Name), "hmac", "none"];

    /// <summary>The key that the issuer lists under an id, and its endorsements.</summary>
    public (RSA Key, IReadOnlyList<string> Endorsements)? Listed(string keyId) =>
        All.Where(key => key.KeyId == keyId && key.Endorsements is not null)
            .Select(key => ((RSA, IReadOnlyList<string>)?)(keys[key.Name], key.Endorsements!))
            .FirstOrDefault();

    public string KeySet() =>
        new JsonObject
        {
            ["keys"] = new JsonArray([.. All.Where(key => key.Endorsements is not null).Select(Json)]),
        }.ToJsonString();

    /// <summary>The token in compact form.</summary>
    public string Sign(string header, string payload, string key)
    {
        var content = Encode(header) + "." + Encode(payload);
        var bytes = Encoding.ASCII.GetBytes(content);
        var signature = key switch
        {
            "none" => [],
            "hmac" => HMACSHA256.HashData(keys["good"].ExportSubjectPublicKeyInfo(), bytes),
            _ => keys.GetValueOrDefault(key, keys["stranger"])
                .SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return content + "." + Base64Url.EncodeToString(signature);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private JsonNode Json((string Name, string KeyId, string[]? Endorsements) key)
    {
        var rsa = keys[key.Name].ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64Url.EncodeToString(rsa.Modulus),
            ["e"] = Base64Url.EncodeToString(rsa.Exponent),
            ["endorsements"] = new JsonArray([.. key.Endorsements!.Select(name => (JsonNode)name)]),
        };
    }
}
