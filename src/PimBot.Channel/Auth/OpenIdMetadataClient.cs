using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Http;
using PimBot.Channel.Json;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Auth;

/// <summary>Fetches the issuer's OpenID metadata and the key set that it points to. Only a plain 200 counts.</summary>
internal sealed class OpenIdMetadataClient(
    IHttpClientFactory clients,
    ChannelTrust trust,
    TimeProvider time,
    ILogger<OpenIdMetadataClient> logger
) : IKeySource
{
    /// <summary>Largest document read, in bytes; the public cloud's key set has about 60 KB.</summary>
    public const int LargestDocument = 512 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<SigningKeySet?> FetchAsync(Uri metadata)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        try
        {
            var keysUrl = await KeysUrlAsync(metadata, timeout.Token);
            using var document = keysUrl is null ? null : await GetAsync(keysUrl, timeout.Token);
            var keys = document is null ? null : SigningKeySet.From(document.RootElement, time.GetUtcNow());
            Report(metadata, keys);
            return keys;
        }
        catch (Exception e)
        {
            AuthLog.MetadataUnreachable(logger, metadata, e.GetType().Name);
            return null;
        }
    }

    private void Report(Uri metadata, SigningKeySet? keys)
    {
        if (keys is null)
        {
            AuthLog.MetadataUnusable(logger, metadata);
        }
        else
        {
            AuthLog.KeysFetched(logger, metadata);
        }
    }

    private async Task<Uri?> KeysUrlAsync(Uri metadata, CancellationToken cancellation)
    {
        using var document = await GetAsync(metadata, cancellation);
        var url = document?.RootElement.Text("jwks_uri");
        return EndpointUrl.IsAllowed(url, trust.IsDevelopment) ? new Uri(url!) : null;
    }

    private async Task<JsonDocument?> GetAsync(Uri url, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ChannelHttpClients.Metadata);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = await BoundedContent.ReadAsync(stream, LargestDocument, cancellation);
        return body is { } bytes && StrictJson.TryParseObject(bytes, out var document) ? document : null;
    }
}
