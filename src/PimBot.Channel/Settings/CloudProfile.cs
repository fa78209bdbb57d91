using System.Collections.Frozen;

namespace PimBot.Channel.Settings;

/// <summary>What is public and fixed about one Bot Framework cloud.</summary>
/// <param name="Issuer">The issuer of the channel's inbound tokens.</param>
/// <param name="OpenIdMetadata">Where the channel publishes its signing keys.</param>
/// <param name="Scope">The scope of the bot's outbound token.</param>
/// <param name="LoginHost">The host of Microsoft Entra ID, and of the issuer of its tokens of version 2.0.</param>
/// <param name="TokenServiceHost">The host of the issuer of its tokens of version 1.0.</param>
/// <param name="SharedTenant">The tenant in which a multi-tenant registration gets its outbound token.</param>
/// <param name="TokenExchange">What a managed identity's token must be for so that Entra takes it as a client's assertion.</param>
/// <param name="GraphHost">The host of Microsoft Graph.</param>
/// <param name="ServiceHosts">The documented hosts of the connector. Exact names: anyone can register one under trafficmanager.net.</param>
public sealed record CloudProfile(
    string Issuer,
    string OpenIdMetadata,
    string Scope,
    string LoginHost,
    string TokenServiceHost,
    string SharedTenant,
    string TokenExchange,
    string GraphHost,
    FrozenSet<string> ServiceHosts
)
{
    private static readonly CloudProfile Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://api.botframework.com/.default",
        "login.microsoftonline.com",
        "sts.windows.net",
        "botframework.com",
        "api://AzureADTokenExchange",
        "graph.microsoft.com",
        Hosts("smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com")
    );

    private static readonly CloudProfile UsGov = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://api.botframework.us/.default",
        "login.microsoftonline.us",
        "sts.windows.net",
        "MicrosoftServices.onmicrosoft.us",
        "api://AzureADTokenExchangeUSGov",
        "graph.microsoft.us",
        Hosts("smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us")
    );

    private static readonly CloudProfile China = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://api.botframework.azure.cn/.default",
        "login.partner.microsoftonline.cn",
        "sts.chinacloudapi.cn",
        "microsoftservices.partner.onmschina.cn",
        "api://AzureADTokenExchangeChina",
        "microsoftgraph.chinacloudapi.cn",
        Hosts()
    );

    public static CloudProfile Of(ChannelCloud cloud) =>
        cloud switch
        {
            ChannelCloud.Public => Public,
            ChannelCloud.UsGov => UsGov,
            ChannelCloud.China => China,
            _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "No profile for this cloud."),
        };

    private static FrozenSet<string> Hosts(params string[] hosts) =>
        hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
