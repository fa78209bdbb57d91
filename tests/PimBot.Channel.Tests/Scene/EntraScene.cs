using System.Text.Json.Nodes;

namespace PimBot.Channel.Tests.Scene;

/// <summary>A bot that other bots may call: its host, and a Microsoft Entra ID of its own beside the channel's issuer.</summary>
internal sealed class EntraScene : IAsyncDisposable
{
    public const string Tenant = "33333333-aaaa-0000-0000-000000000003";
    public const string Caller = "44444444-bbbb-0000-0000-000000000004";
    public const string OtherCaller = "55555555-cccc-0000-0000-000000000005";
    public const string FirstIssuer = $"https://sts.windows.net/{Tenant}/";
    public const string SecondIssuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";

    private static readonly Signer Key = new("entra-1");

    private EntraScene(BotHost host, LocalIssuer entra) => (Host, Entra) = (host, entra);

    public BotHost Host { get; }

    public LocalIssuer Entra { get; }

    public static async Task<EntraScene> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var entra = await LocalIssuer.StartAsync(Key);
        var all = new Dictionary<string, string?>(settings ?? [])
        {
            ["Channel:BotToBot:Tenant"] = Tenant.ToUpperInvariant(),
            ["Channel:BotToBot:Callers:0"] = Caller.ToUpperInvariant(),
            ["Channel:BotToBot:Callers:1"] = OtherCaller,
            ["Channel:BotToBot:OpenIdMetadata"] = entra.Url + "/openid",
        };
        return new EntraScene(await BotHost.StartAsync(all), entra);
    }

    /// <summary>The claims of a token of version 1.0 that is accepted.</summary>
    public JsonObject First() => Claims(FirstIssuer, "1.0", "appid");

    /// <summary>The claims of a token of version 2.0 that is accepted.</summary>
    public JsonObject Second() => Claims(SecondIssuer, "2.0", "azp");

    public string Sign(JsonObject claims) => Key.Sign(claims);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Entra.DisposeAsync();
    }

    private JsonObject Claims(string issuer, string version, string callerClaim) =>
        new()
        {
            ["iss"] = issuer,
            ["aud"] = BotHost.AppId,
            ["nbf"] = Host.Seconds(-60),
            ["exp"] = Host.Seconds(3600),
            ["ver"] = version,
            ["tid"] = Tenant,
            [callerClaim] = Caller,
        };
}
