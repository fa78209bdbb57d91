using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

/// <summary>Everything that can be wrong with a token, one row each: the <c>Authorization</c> values of a request.</summary>
internal static partial class TokenVariants
{
    private static readonly Signer Stranger = new("stranger", "msteams");
    private static readonly Signer Impostor = new("key-1", "msteams");

    public static readonly Dictionary<string, (string Reason, Func<BotHost, string[]> Make)> Refused = new()
    {
        ["a tab after the scheme"] = ("NotBearer", h => ["Bearer\t" + h.GoodToken()]),
        ["longer than 16 KB by one, of dots"] = ("TokenTooLong", _ => ["Bearer " + new string('.', 16 * 1024 + 1)]),
        ["16 KB of dots"] = ("TokenMalformed", _ => ["Bearer " + new string('.', 16 * 1024)]),
        ["no header"] = ("HeaderMissing", _ => []),
        ["two tokens in one header"] = ("TokenMalformed", h => [$"Bearer {h.GoodToken()}, Bearer {h.GoodToken()}"]),
        ["empty header"] = ("NotBearer", _ => [""]),
        ["Basic"] = ("NotBearer", _ => ["Basic dXNlcjpwYXNz"]),
        ["token without scheme"] = ("NotBearer", h => [h.GoodToken()]),
        ["scheme run together"] = ("NotBearer", h => ["Bearer" + h.GoodToken()]),
        ["Bearer and nothing"] = ("NotBearer", _ => ["Bearer"]),
        ["two spaces"] = ("TokenMalformed", h => ["Bearer  " + h.GoodToken()]),
        ["garbage"] = Token("TokenMalformed", _ => "a.b.c"),
        ["one part"] = Token("TokenMalformed", h => h.GoodToken().Replace(".", "", StringComparison.Ordinal)),
        ["two parts"] = Token("TokenMalformed", h => string.Join('.', h.GoodToken().Split('.')[..2])),
        ["four parts"] = Token("TokenMalformed", h => h.GoodToken() + ".AAAA"),
        ["five parts, as an encrypted token has"] = Token("TokenMalformed", h => h.GoodToken() + ".AAAA.AAAA"),
        ["empty signature"] = Token("TokenMalformed", h => string.Join('.', h.GoodToken().Split('.')[..2]) + "."),
        ["padded base64"] = Token("TokenMalformed", h => h.GoodToken() + "=="),
        ["standard base64 alphabet"] = Token(
            "TokenMalformed",
            h => h.GoodToken().Replace('-', '+').Replace('_', '/') + "+"
        ),
        ["space inside"] = Token("TokenMalformed", h => h.GoodToken().Insert(40, " ")),
        ["longer than 16 KB"] = Token("TokenTooLong", h => h.Signer.Sign(With(h, "x", new string('x', 13_000)))),
        ["header is no JSON"] = Token("TokenMalformed", h => h.Signer.SignRaw("RS256", h.Claims().ToJsonString())),
        ["header is an array"] = Token("TokenMalformed", h => h.Signer.SignRaw("[]", h.Claims().ToJsonString())),
        ["payload is a text"] = Token("TokenMalformed", h => h.Signer.SignRaw(Head(h), "\"claims\"")),
        ["payload is invalid UTF-8"] = Token("TokenMalformed", InvalidUtf8),
        ["payload is 5,000 deep"] = Token("TokenMalformed", h => h.Signer.SignRaw(Head(h), Deep(h.Claims(), 5000))),
        ["header is 5,000 deep"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Deep(h.Signer.Header(), 5000), h.Claims().ToJsonString())
        ),
        ["payload is 65 deep"] = Token("TokenMalformed", h => h.Signer.SignRaw(Head(h), Deep(h.Claims(), 65))),
        ["half a surrogate pair"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Head(h), Insert(h.Claims(), "\"x\":\"\\ud800\""))
        ),
        ["alg none without signature"] = Token(
            "TokenMalformed",
            h => Signer.Unsigned(Head(h, "alg", "none"), h.Claims().ToJsonString()) + "."
        ),
        ["alg none with a signature"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "none")),
        ["alg missing"] = Token("AlgorithmNotAllowed", h => SignedAs(h, null)),
        ["alg in lower case"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "rs256")),
        ["alg a number"] = Token(
            "AlgorithmNotAllowed",
            h => h.Signer.SignRaw("""{"alg":256,"kid":"key-1"}""", h.Claims().ToJsonString())
        ),
        ["HS256 with the public key as secret"] = Token("AlgorithmNotAllowed", HmacWithPublicKey),
        ["RS384"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "RS384")),
        ["RS512"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "RS512")),
        ["PS256"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "PS256")),
        ["PS384"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "PS384")),
        ["ES384"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "ES384")),
        ["EdDSA"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "EdDSA")),
        ["HS512"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "HS512")),
        ["alg with a space"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "RS256 ")),
        ["key wrapping, as an encrypted token has"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "RSA-OAEP")),
        ["ES256"] = Token("AlgorithmNotAllowed", h => SignedAs(h, "ES256")),
        ["alg twice"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Insert(h.Signer.Header(), "\"alg\":\"RS256\""), h.Claims().ToJsonString())
        ),
        ["alg twice, once escaped"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Insert(h.Signer.Header(), "\"\\u0061lg\":\"RS256\""), h.Claims().ToJsonString())
        ),
        ["crit"] = Header("HeaderNotAllowed", "crit", new JsonArray("exp")),
        ["crit of a word nobody knows"] = Header("HeaderNotAllowed", "crit", new JsonArray("x-new")),
        ["unencoded payload"] = Header("HeaderNotAllowed", "b64", false),
        ["jku that is null"] = Token(
            "HeaderNotAllowed",
            h => h.Signer.SignRaw(Insert(h.Signer.Header(), "\"jku\":null"), h.Claims().ToJsonString())
        ),
        ["crit, empty"] = Header("HeaderNotAllowed", "crit", new JsonArray()),
        ["jku"] = Header("HeaderNotAllowed", "jku", "https://evil.example/keys"),
        ["x5u"] = Header("HeaderNotAllowed", "x5u", "https://evil.example/cert"),
        ["jwk"] = Token(
            "HeaderNotAllowed",
            h =>
                Stranger.Sign(
                    h.Claims(),
                    new JsonObject
                    {
                        ["alg"] = "RS256",
                        ["kid"] = "key-1",
                        ["jwk"] = Stranger.Jwk(),
                    }
                )
        ),
        ["x5c"] = Header("HeaderNotAllowed", "x5c", new JsonArray("MIIB")),
        ["enc"] = Header("HeaderNotAllowed", "enc", "A128GCM"),
        ["zip"] = Header("HeaderNotAllowed", "zip", "DEF"),
        ["typ of another kind"] = Header("HeaderNotAllowed", "typ", "dpop+jwt"),
        ["kid missing"] = Header("KeyIdMissing", "kid", null),
        ["kid empty"] = Header("KeyIdMissing", "kid", ""),
        ["kid a list"] = Header("KeyIdMissing", "kid", new JsonArray("key-1")),
        ["kid twice"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Insert(h.Signer.Header(), "\"kid\":\"key-1\""), h.Claims().ToJsonString())
        ),
        ["kid a URL"] = Header("KeyUnknown", "kid", "https://evil.example/key"),
        ["kid a path"] = Header("KeyUnknown", "kid", "../../../../dev/null"),
        ["kid a number"] = Header("KeyIdMissing", "kid", 1),
        ["kid null"] = Token(
            "KeyIdMissing",
            h => h.Signer.SignRaw("""{"alg":"RS256","kid":null}""", h.Claims().ToJsonString())
        ),
        ["kid with a space"] = Header("KeyUnknown", "kid", "key-1 "),
        ["kid of 1,000 characters"] = Header("KeyUnknown", "kid", new string('k', 1000)),
        ["kid of 10,000 characters"] = Header("TokenMalformed", "kid", new string('k', 10_000)),
        ["kid in another case"] = Header("KeyUnknown", "kid", "KEY-1"),
        ["key not listed"] = Token("KeyUnknown", h => Stranger.Sign(h.Claims())),
        ["signed by another with the listed kid"] = Token("SignatureInvalid", h => Impostor.Sign(h.Claims())),
        ["signature of another token"] = Token("SignatureInvalid", h => Swapped(h)),
        ["signature of zeros"] = Token("SignatureInvalid", h => Resigned(h, _ => new byte[256])),
        ["signature longer by a byte"] = Token("SignatureInvalid", h => Resigned(h, s => [.. s, 0])),
        ["signature of a few bytes"] = Token("SignatureInvalid", h => Resigned(h, s => s[..3])),
        ["signature with one bit changed"] = Token(
            "SignatureInvalid",
            h => Resigned(h, s => [.. s[..^1], (byte)(s[^1] ^ 1)])
        ),
        ["signature by PSS"] = Token(
            "SignatureInvalid",
            h => SignedWith(h, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
        ),
        ["signature over SHA-1"] = Token(
            "SignatureInvalid",
            h => SignedWith(h, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)
        ),
        ["signature over SHA-512"] = Token(
            "SignatureInvalid",
            h => SignedWith(h, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)
        ),
        ["header changed after signing"] = Token(
            "SignatureInvalid",
            h => string.Join('.', [Signer.Encode(Head(h, "x", "y")), .. h.GoodToken().Split('.')[1..]])
        ),
        ["signature cut"] = Token("SignatureInvalid", h => h.GoodToken()[..^8]),
        ["payload changed after signing"] = Token("SignatureInvalid", Tampered),
        ["issuer missing"] = Claim("IssuerMismatch", "iss", null),
        ["issuer with a slash"] = Token("IssuerMismatch", h => h.Signer.Sign(With(h, "iss", h.Issuer.Url + "/"))),
        ["issuer in upper case"] = Token(
            "IssuerMismatch",
            h => h.Signer.Sign(With(h, "iss", h.Issuer.Url.ToUpperInvariant()))
        ),
        ["issuer a list"] = Token("IssuerMismatch", h => h.Signer.Sign(With(h, "iss", new JsonArray(h.Issuer.Url)))),
        ["issuer of the public cloud"] = Claim("IssuerMismatch", "iss", "https://api.botframework.com"),
        ["issuer of the government cloud"] = Claim("IssuerMismatch", "iss", "https://api.botframework.us"),
        ["issuer by homoglyph"] = Claim("IssuerMismatch", "iss", "https://api.b\u043etframework.com"),
        ["issuer of the Entra tenant"] = Claim("IssuerMismatch", "iss", $"https://sts.windows.net/{BotHost.Tenant}/"),
        ["issuer with http"] = Claim("IssuerMismatch", "iss", "http://api.botframework.com"),
        ["issuer of China's cloud"] = Claim("IssuerMismatch", "iss", "https://api.botframework.azure.cn"),
        ["issuer empty"] = Claim("IssuerMismatch", "iss", ""),
        ["issuer a number"] = Claim("IssuerMismatch", "iss", 1),
        ["issuer with a space"] = Token("IssuerMismatch", h => h.Signer.Sign(With(h, "iss", h.Issuer.Url + " "))),
        ["issuer of a foreign Entra tenant, our audience"] = Claim(
            "IssuerMismatch",
            "iss",
            "https://login.microsoftonline.com/11111111-0000-0000-0000-000000000000/v2.0"
        ),
        ["our own outbound token, as Entra issues it"] = Token(
            "IssuerMismatch",
            h =>
                h.Signer.Sign(
                    new JsonObject
                    {
                        ["iss"] = $"https://sts.windows.net/{BotHost.Tenant}/",
                        ["aud"] = "https://api.botframework.com",
                        ["appid"] = BotHost.AppId,
                        ["exp"] = h.Seconds(3600),
                    }
                )
        ),
        ["issuer twice"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Head(h), Insert(h.Claims(), "\"iss\":\"other\""))
        ),
        ["audience missing"] = Claim("AudienceMismatch", "aud", null),
        ["audience empty"] = Claim("AudienceMismatch", "aud", ""),
        ["audience another bot"] = Claim("AudienceMismatch", "aud", "00000000-0000-0000-0000-00000000b07b"),
        ["audience a list of ours"] = Claim("AudienceMismatch", "aud", new JsonArray(BotHost.AppId)),
        ["audience in upper case"] = Claim("AudienceMismatch", "aud", BotHost.AppId.ToUpperInvariant()),
        ["audience null"] = Token(
            "AudienceMismatch",
            h => h.Signer.SignRaw(Head(h), Insert(Without(h, "aud"), "\"aud\":null"))
        ),
        ["audience an object"] = Claim("AudienceMismatch", "aud", new JsonObject { ["id"] = BotHost.AppId }),
        ["audience twice"] = Token(
            "TokenMalformed",
            h => h.Signer.SignRaw(Head(h), Insert(h.Claims(), "\"aud\":\"other\""))
        ),
        ["audience with a space"] = Claim("AudienceMismatch", "aud", BotHost.AppId + " "),
        ["our own outbound token"] = Claim("AudienceMismatch", "aud", "https://api.botframework.com"),
        ["exp missing"] = Claim("ExpiryMissing", "exp", null),
        ["exp a text"] = Claim("ExpiryMissing", "exp", "1800000000"),
        ["exp null"] = Token(
            "ExpiryMissing",
            h => h.Signer.SignRaw(Head(h), Insert(Without(h, "exp"), "\"exp\":null"))
        ),
        ["exp 1e308"] = Token(
            "ExpiryMissing",
            h => h.Signer.SignRaw(Head(h), Insert(Without(h, "exp"), "\"exp\":1e308"))
        ),
        ["exp 1e999"] = Token(
            "ExpiryMissing",
            h => h.Signer.SignRaw(Head(h), Insert(Without(h, "exp"), "\"exp\":1e999"))
        ),
        ["exp with a fraction"] = Token(
            "ExpiryMissing",
            h => h.Signer.SignRaw(Head(h), Insert(Without(h, "exp"), $"\"exp\":{h.Seconds(3600)}.5"))
        ),
        ["exp true"] = Claim("ExpiryMissing", "exp", true),
        ["exp exactly 5:00 ago"] = Token("Expired", h => h.Signer.Sign(With(h, "exp", h.Seconds(-300)))),
        ["exp 0"] = Claim("Expired", "exp", 0),
        ["exp negative"] = Claim("ExpiryMissing", "exp", -1),
        ["exp beyond any date"] = Claim("ExpiryMissing", "exp", long.MaxValue),
        ["exp 5:01 ago"] = Token("Expired", h => h.Signer.Sign(With(h, "exp", h.Seconds(-301)))),
        ["exp a year ago"] = Token("Expired", h => h.Signer.Sign(With(h, "exp", h.Seconds(-31_536_000)))),
        ["nbf 5:01 ahead"] = Token("NotYetValid", h => h.Signer.Sign(With(h, "nbf", h.Seconds(301)))),
        ["nbf after exp"] = Token("NotYetValid", h => h.Signer.Sign(With(h, "nbf", h.Seconds(7200)))),
        ["nbf null"] = Token("NotYetValid", h => h.Signer.SignRaw(Head(h), Insert(Without(h, "nbf"), "\"nbf\":null"))),
        ["nbf a text"] = Claim("NotYetValid", "nbf", "0"),
        ["nbf 1e308"] = Token(
            "NotYetValid",
            h => h.Signer.SignRaw(Head(h), Insert(Without(h, "nbf"), "\"nbf\":1e308"))
        ),
    };

    /// <summary>Headers that an HTTP client can't be made to send just so.</summary>
    public static readonly Dictionary<string, (string Reason, Func<BotHost, string[]> Make)> RefusedAsReceived = new()
    {
        ["two headers, both good"] = ("HeaderDoubled", h => ["Bearer " + h.GoodToken(), "Bearer " + h.GoodToken()]),
        ["two headers, one empty"] = ("HeaderDoubled", h => ["Bearer " + h.GoodToken(), ""]),
        ["Bearer and a space"] = ("TokenMalformed", _ => ["Bearer "]),
        ["Bearer and spaces"] = ("TokenMalformed", _ => ["Bearer    "]),
        ["a good token and a line break"] = ("TokenMalformed", h => [$"Bearer {h.GoodToken()}\r\n"]),
        ["a good token and a NUL"] = ("TokenMalformed", h => [$"Bearer {h.GoodToken()}\0"]),
    };

    public static readonly Dictionary<string, Func<BotHost, string>> Accepted = new()
    {
        ["good"] = h => h.GoodToken(),
        ["scheme in lower case is the same scheme"] = h => h.GoodToken(),
        ["exp 4:59 ago"] = h => h.Signer.Sign(With(h, "exp", h.Seconds(-299))),
        ["nbf 4:59 ahead"] = h => h.Signer.Sign(With(h, "nbf", h.Seconds(299))),
        ["nbf missing"] = h => h.Signer.Sign(Without(h, "nbf")),
        ["typ missing"] = h => h.Signer.Sign(h.Claims(), new JsonObject { ["alg"] = "RS256", ["kid"] = "key-1" }),
        ["serviceurl without slash"] = h => h.Signer.Sign(With(h, "serviceurl", BotHost.ServiceUrl.TrimEnd('/'))),
        ["serviceurl with host in upper case"] = h =>
            h.Signer.Sign(With(h, "serviceurl", "https://SMBA.trafficmanager.net/emea/")),
        ["claims nobody knows"] = h => h.Signer.Sign(With(h, "x", new JsonObject { ["y"] = new JsonArray(1, 2) })),
    };

    /// <summary>Good tokens that do not vouch for the activity that comes with them.</summary>
    public static readonly Dictionary<string, (string Reason, Func<BotHost, string> Make)> NotVouched = new()
    {
        ["serviceurl missing"] = ("ServiceUrlClaimMissing", h => h.Signer.Sign(Without(h, "serviceurl"))),
        ["serviceurl empty"] = ("ServiceUrlClaimMissing", h => h.Signer.Sign(With(h, "serviceurl", ""))),
        ["serviceurl a list"] = (
            "ServiceUrlClaimMissing",
            h => h.Signer.Sign(With(h, "serviceurl", new JsonArray(BotHost.ServiceUrl)))
        ),
        ["serviceurl of another host"] = (
            "ServiceUrlMismatch",
            h => h.Signer.Sign(With(h, "serviceurl", "https://smba.example/emea/"))
        ),
        ["serviceurl of another path"] = (
            "ServiceUrlMismatch",
            h => h.Signer.Sign(With(h, "serviceurl", "https://smba.trafficmanager.net/amer/"))
        ),
        ["serviceurl with path in upper case"] = (
            "ServiceUrlMismatch",
            h => h.Signer.Sign(With(h, "serviceurl", "https://smba.trafficmanager.net/EMEA/"))
        ),
        ["serviceurl with http"] = (
            "ServiceUrlMismatch",
            h => h.Signer.Sign(With(h, "serviceurl", "http://smba.trafficmanager.net/emea/"))
        ),
        ["serviceurl with two slashes"] = (
            "ServiceUrlMismatch",
            h => h.Signer.Sign(With(h, "serviceurl", BotHost.ServiceUrl + "/"))
        ),
        ["serviceurl by another spelling of the path"] = (
            "ServiceUrlMismatch",
            h => h.Signer.Sign(With(h, "serviceurl", "https://smba.trafficmanager.net/x/../emea/"))
        ),
    };
}
