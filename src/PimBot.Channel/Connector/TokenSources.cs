using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>Chooses the token source by the configured credential, which was checked at start.</summary>
internal sealed class TokenSources(
    IHttpClientFactory clients,
    IOptions<BotOptions> options,
    ChannelTrust trust,
    IBotCredential credential,
    TimeProvider time
)
{
    private readonly BotOptions bot = options.Value;

    public ITokenSource Create() =>
        (trust.TokenEndpoint, bot) switch
        {
            ({ } endpoint, _) => new TokenEndpointClient(clients, endpoint, bot.AppId, bot.ClientSecret ?? "", time),
            (_, { AppType: BotAppType.UserAssignedManagedIdentity, ManagedIdentityClientId: { } id }) =>
                new ManagedIdentityTokens(clients, id, time),
            _ => new ConfidentialClientTokens(clients, trust.Authority, bot.AppId, credential, time),
        };
}
