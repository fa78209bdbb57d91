using Microsoft.Identity.Client;

namespace PimBot.Channel.Connector;

/// <summary>MSAL's way out: the channel's own client, which follows no redirect, logs nothing, and takes no large answer.</summary>
internal sealed class MsalHttp(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    private const int LargestAnswer = 64 * 1024;

    public HttpClient GetHttpClient()
    {
        var client = clients.CreateClient(ChannelHttpClients.Token);
        client.MaxResponseContentBufferSize = LargestAnswer;
        return client;
    }
}
