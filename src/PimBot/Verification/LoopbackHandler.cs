namespace PimBot.Verification;

/// <summary>Speaks http to a provider on loopback whose name says https, because MSAL takes no other. Development only, as the settings' check sees to.</summary>
internal sealed class LoopbackHandler(VerificationSettings settings) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (settings.SpeaksHttp && request.RequestUri is { } uri && uri.Authority == settings.AuthorityHost)
        {
            request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp, Port = uri.Port }.Uri;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
