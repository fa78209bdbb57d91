using System.Net;
using System.Net.Http.Headers;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>
/// The only place that attaches the bot's token for Microsoft Graph, and so the place that checks where the request goes:
/// https on port 443 of the cloud's own Graph, and nowhere else. A refused token is forgotten.
/// </summary>
internal sealed class GraphAuthorization(OutboundTokens tokens, ChannelTrust trust) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.RequestUri is not { } url || !IsGraph(url))
        {
            throw new HostRefusedException();
        }

        var scope = $"https://{trust.GraphHost}/.default";
        var token = await tokens.GetAsync(scope, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Drop(scope, token);
        }

        return response;
    }

    private bool IsGraph(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
        && url.IsDefaultPort
        && url.UserInfo.Length == 0
        && url.Host.Equals(trust.GraphHost, StringComparison.OrdinalIgnoreCase);
}
