using System.Net;

namespace PimBot.Scenarios.Protocol;

/// <summary>Microsoft Graph, as far as it installs the Teams app: in a scene nothing gets further than here.</summary>
internal sealed class GraphStandIn(Func<string, HttpStatusCode> installs) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var url = request.RequestUri!;
        Assert.Equal((HttpMethod.Post, "https", "graph.microsoft.com"), (request.Method, url.Scheme, url.Host));
        Assert.Equal("Bearer", request.Headers.Authorization?.Scheme);
        Assert.Equal(
            """{"teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/66666666-dddd-0000-0000-000000000006"}""",
            await request.Content!.ReadAsStringAsync(cancellationToken)
        );
        return new HttpResponseMessage(installs(url.AbsolutePath));
    }
}
