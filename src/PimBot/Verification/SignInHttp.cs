using Microsoft.Identity.Client;
using Microsoft.IdentityModel.Protocols;
using PimBot.Channel.Settings;

namespace PimBot.Verification;

/// <summary>The one way to the OpenID provider, for MSAL and for its metadata: bounded, without redirects, cookies or logs of addresses.</summary>
internal sealed class SignInHttp(IHttpClientFactory clients, VerificationSettings settings)
    : IMsalHttpClientFactory,
        IDocumentRetriever
{
    public const string ClientName = "verification";

    /// <summary>Largest answer read, in bytes; a provider's key set has about 60 KB.</summary>
    public const int LargestAnswer = 512 * 1024;

    public HttpClient GetHttpClient() => clients.CreateClient(ClientName);

    /// <exception cref="HttpRequestException">The answer is not a plain 200, too large, or there is none.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!EndpointUrl.IsAllowed(address, settings.SpeaksHttp))
        {
            throw new HttpRequestException("The provider's metadata names an address that is not allowed.");
        }

        using var client = GetHttpClient();
        using var response = await client.GetAsync(new Uri(address), cancel);
        return response.StatusCode is System.Net.HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync(cancel)
            : throw new HttpRequestException("The provider does not answer.", inner: null, response.StatusCode);
    }
}
