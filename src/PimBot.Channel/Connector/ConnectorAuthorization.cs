using System.Net;
using System.Net.Http.Headers;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>
/// The only place that attaches the bot's token, and so the place that checks where the request goes. A refused token is
/// forgotten, so that the next request gets a new one.
/// </summary>
internal sealed class ConnectorAuthorization(ServiceHostGuard hosts, OutboundTokens tokens, ChannelTrust trust)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.RequestUri is not { } url || !hosts.Allows(url))
        {
            throw new HostRefusedException();
        }

        if (!trust.HasCredential)
        {
            return hosts.IsLocal(url)
                ? await base.SendAsync(request, cancellationToken)
                : throw new OutboundTokenException("no credential is configured");
        }

        var token = await TokenAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Drop(trust.Scope, token);
        }

        return response;
    }

    /// <summary>Time that ran out here ran out before anything was sent: that is no unknown outcome.</summary>
    private async Task<OutboundToken> TokenAsync(CancellationToken cancellation)
    {
        try
        {
            return await tokens.GetAsync(trust.Scope, cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new OutboundTokenException("timeout");
        }
    }
}
