using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

/// <summary>How the tokens of the table are made.</summary>
internal static partial class TokenVariants
{
    private static (string, Func<BotHost, string[]>) Token(string reason, Func<BotHost, string> make) =>
        (reason, h => ["Bearer " + make(h)]);

    private static (string, Func<BotHost, string[]>) Claim(string reason, string claim, JsonNode? value) =>
        Token(reason, h => h.Signer.Sign(value is null ? Without(h, claim) : With(h, claim, value.DeepClone())));

    private static (string, Func<BotHost, string[]>) Header(string reason, string name, JsonNode? value) =>
        Token(
            reason,
            h =>
            {
                var header = h.Signer.Header();
                header.Remove(name);
                if (value is not null)
                {
                    header[name] = value.DeepClone();
                }

                return h.Signer.Sign(h.Claims(), header);
            }
        );

    private static JsonObject With(BotHost host, string claim, JsonNode value)
    {
        var claims = host.Claims();
        claims[claim] = value;
        return claims;
    }

    private static JsonObject Without(BotHost host, string claim)
    {
        var claims = host.Claims();
        claims.Remove(claim);
        return claims;
    }

    private static string Head(BotHost host, string? name = null, string? value = null)
    {
        var header = host.Signer.Header();
        if (name is not null)
        {
            header[name] = value;
        }

        return header.ToJsonString();
    }

    private static string SignedAs(BotHost host, string? algorithm)
    {
        var header = host.Signer.Header();
        header.Remove("alg");
        if (algorithm is not null)
        {
            header["alg"] = algorithm;
        }

        return host.Signer.Sign(host.Claims(), header);
    }

    private static string Insert(JsonObject json, string member) => "{" + member + "," + json.ToJsonString()[1..];

    private static string Deep(JsonObject json, int depth) =>
        Insert(json, $"\"x\":{new string('[', depth)}{new string(']', depth)}");

    private static string HmacWithPublicKey(BotHost host)
    {
        var signed = Signer.Unsigned(Head(host, "alg", "HS256"), host.Claims().ToJsonString());
        var secret = Encoding.ASCII.GetBytes(host.Signer.Key.ExportSubjectPublicKeyInfoPem());
        var mac = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed));
        return signed + "." + System.Buffers.Text.Base64Url.EncodeToString(mac);
    }

    private static string InvalidUtf8(BotHost host)
    {
        var payload = Encoding.Latin1.GetBytes(Insert(host.Claims(), "\"x\":\"\u00ff\""));
        var signed = Signer.Encode(Head(host)) + "." + System.Buffers.Text.Base64Url.EncodeToString(payload);
        var signature = host.Signer.Key.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return signed + "." + System.Buffers.Text.Base64Url.EncodeToString(signature);
    }

    private static string Swapped(BotHost host)
    {
        var other = host.Signer.Sign(With(host, "x", "y")).Split('.')[2];
        return string.Join('.', [.. host.GoodToken().Split('.')[..2], other]);
    }

    private static string Resigned(BotHost host, Func<byte[], byte[]> change)
    {
        var parts = host.GoodToken().Split('.');
        var signature = System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]);
        return string.Join('.', parts[0], parts[1], System.Buffers.Text.Base64Url.EncodeToString(change(signature)));
    }

    private static string SignedWith(BotHost host, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        var parts = host.GoodToken().Split('.');
        var signature = host.Signer.Key.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), hash, padding);
        return string.Join('.', parts[0], parts[1], System.Buffers.Text.Base64Url.EncodeToString(signature));
    }

    private static string Tampered(BotHost host)
    {
        var parts = host.GoodToken().Split('.');
        parts[1] = Signer.Encode(With(host, "serviceurl", "https://evil.example/").ToJsonString());
        return string.Join('.', parts);
    }
}
