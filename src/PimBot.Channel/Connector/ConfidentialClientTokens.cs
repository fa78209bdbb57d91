using Microsoft.Identity.Client;

namespace PimBot.Channel.Connector;

/// <summary>
/// Asks Microsoft Entra ID as a confidential client. The client is made anew for each token: so MSAL's cache defeats no
/// renewal, and a certificate that was renewed on disk is used without a restart.
/// </summary>
internal sealed class ConfidentialClientTokens(
    IHttpClientFactory clients,
    Uri authority,
    string clientId,
    IBotCredential credential,
    TimeProvider time
) : ITokenSource
{
    public Task<TokenAnswer> RequestAsync(string scope, CancellationToken cancellation) =>
        MsalTokens.RequestAsync(() => Client().AcquireTokenForClient([scope]).ExecuteAsync(cancellation), time);

    private IConfidentialClientApplication Client() =>
        credential
            .AddTo(ConfidentialClientApplicationBuilder.Create(clientId))
            .WithAuthority(authority, validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new MsalHttp(clients), retryOnceOn5xx: false)
            .Build();
}
