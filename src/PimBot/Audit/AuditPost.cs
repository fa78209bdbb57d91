using System.Net;
using System.Net.Http.Headers;

namespace PimBot.Audit;

/// <summary>Posts to the one address that it is given: follows no redirect, and reads nothing of the answer but its status.</summary>
internal sealed class AuditPost(IHttpClientFactory clients, TimeProvider time)
{
    public const string ClientName = "audit";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>Null when it was taken; else a code.</returns>
    public async Task<string?> SendAsync(
        string address,
        byte[] body,
        string type,
        IEnumerable<(string Name, string Value)> headers,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var client = clients.CreateClient(ClientName);
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return answer.IsSuccessStatusCode ? null : $"http-{(int)answer.StatusCode}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.HttpRequestError}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
}
