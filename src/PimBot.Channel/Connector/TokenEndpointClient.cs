using System.Globalization;
using System.Net;
using System.Text.Json;
using PimBot.Channel.Http;
using PimBot.Channel.Json;
using PimBot.Channel.Settings;

namespace PimBot.Channel.Connector;

/// <summary>Asks the token endpoint for the bot's token by client credentials (RFC 6749, section 4.4). One attempt.</summary>
internal sealed class TokenEndpointClient(IHttpClientFactory clients, ChannelTrust trust, TimeProvider time)
{
    private const int LargestAnswer = 64 * 1024;
    private const int LongestLife = 24 * 3600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<TokenAnswer> RequestAsync()
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        try
        {
            return await SendAsync(timeout.Token);
        }
        catch (Exception e)
        {
            return new TokenAnswer(null, e.GetType().Name);
        }
    }

    private async Task<TokenAnswer> SendAsync(CancellationToken cancellation)
    {
        var askedAt = time.GetUtcNow();
        using var client = clients.CreateClient(ChannelHttpClients.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, trust.TokenEndpoint) { Content = Form() };
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
            var fault = ErrorCode.Clean(document.RootElement.Text("error"));
            return new TokenAnswer(token, token is null ? $"{(int)response.StatusCode} {fault}".TrimEnd() : null);
        }
    }

    private FormUrlEncodedContent Form() =>
        new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = trust.AppId,
                ["client_secret"] = trust.ClientSecret!,
                ["scope"] = trust.Scope,
            }
        );

    /// <summary>Life counts from before the request, so that it never ends later than the issuer thinks.</summary>
    private static OutboundToken? Read(JsonElement answer, DateTimeOffset askedAt)
    {
        var value = answer.Text("access_token");
        if (string.IsNullOrEmpty(value) || !value.All(c => c is > ' ' and < '\x7f') || Life(answer) is not { } life)
        {
            return null;
        }

        return new OutboundToken(value, askedAt + (life * 0.8), askedAt + life);
    }

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
        return isNumber && seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestLife)) : null;
    }
}
