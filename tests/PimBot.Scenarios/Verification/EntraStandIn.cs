using Microsoft.Extensions.Configuration;

namespace PimBot.Scenarios.Verification;

/// <summary>Leads what is asked of Microsoft Entra ID to the fake channel's token endpoint.</summary>
internal sealed class EntraStandIn(IConfiguration configuration) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Assert.Equal("login.microsoftonline.com", request.RequestUri?.Host);
        request.RequestUri = new Uri(new Uri(configuration["Channel:OpenIdMetadata"]!), "/oauth2/token");
        return base.SendAsync(request, cancellationToken);
    }
}
