using System.Globalization;
using System.Net;
using System.Text.Json;
using PimBot.Channel.Http;
using PimBot.Channel.Json;

namespace PimBot.Channel.Connector;

/// <summary>Asks a plain OAuth 2.0 endpoint by client credentials and secret (RFC 6749, section 4.4).</summary>
internal sealed class TokenEndpointClient(
    IHttpClientFactory clients,
    Uri endpoint,
    string clientId,
    string clientSecret,
    TimeProvider time
) : ITokenSource
{
    private const int LargestAnswer = 64 * 1024;

    public async Task<TokenAnswer> RequestAsync(string scope, CancellationToken cancellation)
    {
        var askedAt = time.GetUtcNow();
        using var client = clients.CreateClient(ChannelHttpClients.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = Form(scope) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = await BoundedContent.ReadAsync(stream, LargestAnswer, cancellation);
        if (body is not { } bytes || !StrictJson.TryParseObject(bytes, out var document))
        {
            return new TokenAnswer(null, $"{(int)response.StatusCode} without JSON");
        }

        using (document)
        {
            var token = response.StatusCode == HttpStatusCode.OK ? Read(document.RootElement, askedAt) : null;
            var fault = TokenFault.Code(document.RootElement.Text("error"));
            return new TokenAnswer(token, token is null ? $"{(int)response.StatusCode} {fault}".TrimEnd() : null);
        }
    }

    private FormUrlEncodedContent Form(string scope) =>
        new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = clientSecret,
                ["scope"] = scope,
            }
        );

    private static OutboundToken? Read(JsonElement answer, DateTimeOffset askedAt) =>
        Life(answer) is { } life ? OutboundToken.Of(answer.Text("access_token"), askedAt, life) : null;

    /// <summary>Some servers write the number as text.</summary>
    private static TimeSpan? Life(JsonElement answer)
    {
        if (!answer.TryGetProperty("expires_in", out var value))
        {
            return null;
        }

        long seconds = 0;
        var isNumber = value.ValueKind switch
        {
            JsonValueKind.String => long.TryParse(
                value.GetString(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out seconds
            ),
            JsonValueKind.Number => value.TryGetInt64(out seconds),
            _ => false,
        };
        return isNumber ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue)) : null;
    }
}
