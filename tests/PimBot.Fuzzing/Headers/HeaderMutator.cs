using PimBot.Fuzzing.Mutation;

namespace PimBot.Fuzzing.Headers;

/// <summary>Changes a recipe: the token's JSON, its signer, its characters, the headers around it, or the activity.</summary>
internal static class HeaderMutator
{
    private const int LongestPart = 30_000;

    private static readonly IReadOnlyList<string> Words =
    [
        "alg",
        "typ",
        "kid",
        "x5t",
        "crit",
        "jku",
        "jwk",
        "x5u",
        "x5c",
        "enc",
        "zip",
        "b64",
        "cty",
        "iss",
        "aud",
        "exp",
        "nbf",
        "iat",
        "serviceurl",
        "serviceUrl",
        "appid",
        "azp",
        "tid",
        "ver",
        "RS256",
        "rs256",
        "RS384",
        "PS256",
        "ES256",
        "HS256",
        "none",
        "None",
        "JWT",
        "JWE",
        "A256GCM",
        "good",
        "web",
        "bare",
        "stranger",
        "good ",
        "Good",
        "https://issuer.pimbot.test/keys",
        Door.Issuer,
        Door.Issuer + "/",
        "http://issuer.pimbot.test",
        "https://api.botframework.com",
        "https://sts.windows.net/" + Door.Tenant + "/",
        Door.AppId,
        "https://api.botframework.com",
        Door.ServiceUrl,
        "https://smba.trafficmanager.net/emea",
        "HTTPS://SMBA.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net./emea/",
        "https://evil.example/emea/",
        "1.0",
        "2.0",
    ];

    private static readonly IReadOnlyList<string> Times =
    [
        "0",
        "-1",
        "1e308",
        "1.5",
        "null",
        "\"1772442000\"",
        "[1772442000]",
        "true",
        $"{Door.Now - 299}",
        $"{Door.Now - 300}",
        $"{Door.Now - 301}",
        $"{Door.Now + 299}",
        $"{Door.Now + 300}",
        $"{Door.Now + 301}",
        $"{Door.Now}",
        $"{Door.Now}.0",
        "253402300799",
        "253402300800",
        "9223372036854775807",
        "1.7724420e9",
    ];

    private static readonly IReadOnlyList<string> Schemes =
    [
        "Bearer {t}",
        "bearer {t}",
        "BEARER {t}",
        "Bearer  {t}",
        "Bearer\t{t}",
        " Bearer {t}",
        "Bearer {t} ",
        "Bearer{t}",
        "Basic {t}",
        "{t}",
        "",
        "Bearer",
        "Bearer ",
        "Bearer {t}, Bearer {t}",
        "Bearer {t},",
        "Bearer \"{t}\"",
        "Bearer {t}\0",
        "Bearer {t}\r\nX: y",
        "Bearer token={t}",
        "Negotiate {t}",
        "Bearer {t}.{t}",
        "Ｂearer {t}",
    ];

    private static readonly IReadOnlyList<string> OtherNames =
    [
        "Content-Type",
        "Content-Encoding",
        "Content-Length",
        "Transfer-Encoding",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Original-URL",
        "X-HTTP-Method-Override",
        "Host",
        "Proxy-Authorization",
        "Cookie",
        "Accept",
        "Expect",
        "Via",
        "X-Ms-Conversation-Id",
        "Authorization ",
        "authorization-",
        "",
    ];

    private static readonly IReadOnlyList<string> OtherValues =
    [
        "application/json",
        "application/json; charset=utf-8",
        "application/json; charset=utf-16",
        "text/plain",
        "gzip",
        "identity",
        "br, gzip",
        "0",
        "-1",
        "99999999999",
        "262145",
        "chunked",
        "127.0.0.1",
        "localhost",
        "100-continue",
        "GET",
    ];

    private static readonly JsonMutator Json = new(Words);

    public static HeaderInput Mutate(HeaderInput parent, HeaderInput other, Random random)
    {
        var input = parent;
        for (var i = random.Once(3) ? 2 : 1; i > 0; i--)
        {
            input = Once(input, other, random);
        }

        return input;
    }

    private static HeaderInput Once(HeaderInput input, HeaderInput other, Random random) =>
        random.Next(14) switch
        {
            0 or 1 => input with { Header = Json.Mutate(input.Header, other.Payload, LongestPart, random) },
            2 or 3 or 4 => input with { Payload = Json.Mutate(input.Payload, other.Header, LongestPart, random) },
            5 => input with { Payload = Timed(input.Payload, random) },
            6 => input with { Key = random.Of(DoorKeys.Names) },
            7 or 8 => input with { Edits = [.. input.Edits.TakeLast(5), Edit(random)] },
            9 => input with { Authorization = Values(input, random) },
            10 => input with { Others = [.. input.Others.TakeLast(3), Other(random)] },
            11 => input with
            {
                ChannelId = random.Of(["msteams", "webchat", "directline", "emulator", "MSTEAMS", "msteams "]),
            },
            12 => input with { ServiceUrl = random.Of(Words) is { Length: > 12 } url ? url : Door.ServiceUrl },
            _ => random.Once(2)
                ? input with
                {
                    IsKeyless = !input.IsKeyless,
                }
                : input with
                {
                    Key = "good",
                    Edits = [],
                    Authorization = ["Bearer {t}"],
                },
        };

    private static string Timed(string payload, Random random)
    {
        var claim = random.Once(2) ? "\"exp\":" : "\"nbf\":";
        var at = payload.IndexOf(claim, StringComparison.Ordinal);
        if (at < 0)
        {
            return payload;
        }

        var begin = at + claim.Length;
        var end = payload.AsSpan(begin).IndexOfAny(',', '}');
        return end < 0 ? payload : payload[..begin] + random.Of(Times) + payload[(begin + end)..];
    }

    private static IReadOnlyList<string> Values(HeaderInput input, Random random) =>
        random.Next(4) switch
        {
            0 => [],
            1 => [.. input.Authorization, random.Of(Schemes)],
            2 => [TextMutator.Mutate(random.Of(Schemes), Schemes, LongestPart, random)],
            _ => [random.Of(Schemes)],
        };

    private static TokenEdit Edit(Random random)
    {
        var text = random.Next(5) switch
        {
            0 => "",
            1 => HostileText.Fragment(random),
            2 => random.Of([".", "..", "=", "==", "+", "/", "%2e", " ", "\n"]),
            3 => new string('A', random.Once(5) ? random.Next(20_000) : random.Next(8)),
            _ => ((char)('A' + random.Next(58))).ToString(),
        };
        return new TokenEdit(random.Once(2) ? random.Next(360) : random.Next(800), random.Next(3), text);
    }

    private static string[] Other(Random random) =>
        [random.Of(OtherNames), random.Once(3) ? HostileText.Fragment(random) : random.Of(OtherValues)];
}
