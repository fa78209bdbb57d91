using System.Text.Json.Nodes;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Auth;

/// <summary>What can be wrong with a token of Microsoft Entra ID when bot-to-bot is configured.</summary>
internal static class BotToBotVariants
{
    private const string OtherTenant = "11111111-0000-0000-0000-000000000000";
    private static readonly Signer Impostor = new("entra-1");

    public static readonly Dictionary<string, (string Reason, Func<EntraScene, string> Make)> Refused = new()
    {
        ["v1 issuer without its slash"] = V1("IssuerMismatch", "iss", EntraScene.FirstIssuer.TrimEnd('/')),
        ["v2 issuer with a slash"] = V2("IssuerMismatch", "iss", EntraScene.SecondIssuer + "/"),
        ["v2 issuer with http"] = V2(
            "IssuerMismatch",
            "iss",
            EntraScene.SecondIssuer.Replace("https", "http", StringComparison.Ordinal)
        ),
        ["v1 issuer in upper case"] = V1("IssuerMismatch", "iss", EntraScene.FirstIssuer.ToUpperInvariant()),
        ["v1 issuer of a foreign tenant"] = V1("IssuerMismatch", "iss", $"https://sts.windows.net/{OtherTenant}/"),
        ["v2 issuer of a foreign tenant"] = V2(
            "IssuerMismatch",
            "iss",
            $"https://login.microsoftonline.com/{OtherTenant}/v2.0"
        ),
        ["v2 issuer of all tenants"] = V2("IssuerMismatch", "iss", "https://login.microsoftonline.com/common/v2.0"),
        ["v2 issuer of the government cloud"] = V2(
            "IssuerMismatch",
            "iss",
            $"https://login.microsoftonline.us/{EntraScene.Tenant}/v2.0"
        ),
        ["v1 issuer of China's cloud"] = V1(
            "IssuerMismatch",
            "iss",
            $"https://sts.chinacloudapi.cn/{EntraScene.Tenant}/"
        ),
        ["v1 token as v2"] = V1("TokenVersionMismatch", "ver", "2.0"),
        ["v2 token as v1"] = V2("TokenVersionMismatch", "ver", "1.0"),
        ["ver missing"] = V2("TokenVersionMismatch", "ver", null),
        ["ver a number"] = V1("TokenVersionMismatch", "ver", 1.0),
        ["ver 3.0"] = V2("TokenVersionMismatch", "ver", "3.0"),
        ["tid missing"] = V1("TokenTenantMismatch", "tid", null),
        ["tid of a foreign tenant"] = V2("TokenTenantMismatch", "tid", OtherTenant),
        ["tid in upper case"] = V2("TokenTenantMismatch", "tid", EntraScene.Tenant.ToUpperInvariant()),
        ["tid a list"] = V1("TokenTenantMismatch", "tid", new JsonArray(EntraScene.Tenant)),
        ["caller missing in v1"] = V1("CallerNotAllowed", "appid", null),
        ["caller missing in v2"] = V2("CallerNotAllowed", "azp", null),
        ["caller not listed"] = V1("CallerNotAllowed", "appid", OtherTenant),
        ["caller is this bot"] = V2("CallerNotAllowed", "azp", BotHost.AppId),
        ["caller a list"] = V2("CallerNotAllowed", "azp", new JsonArray(EntraScene.Caller)),
        ["caller with a space"] = V1("CallerNotAllowed", "appid", EntraScene.Caller + " "),
        ["v1 caller only in the claim of v2"] = Token(
            "CallerNotAllowed",
            s => s.Sign(Without(With(s.First(), "azp", EntraScene.Caller), "appid"))
        ),
        ["v2 caller only in the claim of v1"] = Token(
            "CallerNotAllowed",
            s => s.Sign(Without(With(s.Second(), "appid", EntraScene.Caller), "azp"))
        ),
        ["a person's token"] = V2("CallerNotAllowed", "scp", "user_impersonation"),
        ["a person's token with odd scopes"] = V1("CallerNotAllowed", "scp", new JsonArray()),
        ["audience with a scheme"] = V1("AudienceMismatch", "aud", "api://" + BotHost.AppId),
        ["audience another bot"] = V2("AudienceMismatch", "aud", EntraScene.Caller),
        ["audience the channel's"] = V1("AudienceMismatch", "aud", "https://api.botframework.com"),
        ["audience a list"] = V2("AudienceMismatch", "aud", new JsonArray(BotHost.AppId)),
        ["exp missing"] = V1("ExpiryMissing", "exp", null),
        ["exp 5:01 ago"] = Token("Expired", s => s.Sign(With(s.Second(), "exp", s.Host.Seconds(-301)))),
        ["nbf 5:01 ahead"] = Token("NotYetValid", s => s.Sign(With(s.First(), "nbf", s.Host.Seconds(301)))),
        ["signed by the channel's key"] = Token("KeyUnknown", s => s.Host.Signer.Sign(s.First())),
        ["the channel's claims, signed by Entra's key"] = Token("KeyUnknown", s => s.Sign(s.Host.Claims())),
        ["signed by another with the listed kid"] = Token("SignatureInvalid", s => Impostor.Sign(s.Second())),
        ["cut signature"] = Token("SignatureInvalid", s => s.Sign(s.First())[..^8]),
        ["v2 payload under a v1 signature"] = Token("SignatureInvalid", Swapped),
    };

    public static readonly Dictionary<string, Func<EntraScene, string>> Accepted = new()
    {
        ["v1"] = s => s.Sign(s.First()),
        ["v2"] = s => s.Sign(s.Second()),
        ["v1 with the other claim of v2 about somebody else"] = s => s.Sign(With(s.First(), "azp", OtherTenant)),
        ["v2 with application roles"] = s => s.Sign(With(s.Second(), "roles", new JsonArray("Bot.Call"))),
        ["the second of the callers"] = s => s.Sign(With(s.Second(), "azp", EntraScene.OtherCaller)),
        ["with the serviceurl that the activity names"] = s =>
            s.Sign(With(s.First(), "serviceurl", BotHost.ServiceUrl)),
        ["exp 4:59 ago"] = s => s.Sign(With(s.Second(), "exp", s.Host.Seconds(-299))),
        ["nbf missing"] = s => s.Sign(Without(s.First(), "nbf")),
    };

    public static JsonObject With(JsonObject claims, string claim, JsonNode? value)
    {
        claims[claim] = value;
        return claims;
    }

    private static JsonObject Without(JsonObject claims, string claim)
    {
        claims.Remove(claim);
        return claims;
    }

    private static (string, Func<EntraScene, string>) V1(string reason, string claim, JsonNode? value) =>
        Token(reason, s => s.Sign(Changed(s.First(), claim, value)));

    private static (string, Func<EntraScene, string>) V2(string reason, string claim, JsonNode? value) =>
        Token(reason, s => s.Sign(Changed(s.Second(), claim, value)));

    private static JsonObject Changed(JsonObject claims, string claim, JsonNode? value) =>
        value is null ? Without(claims, claim) : With(claims, claim, value.DeepClone());

    private static (string, Func<EntraScene, string>) Token(string reason, Func<EntraScene, string> make) =>
        (reason, make);

    private static string Swapped(EntraScene scene)
    {
        var (first, second) = (scene.Sign(scene.First()).Split('.'), scene.Sign(scene.Second()).Split('.'));
        return string.Join('.', first[0], second[1], first[2]);
    }
}
