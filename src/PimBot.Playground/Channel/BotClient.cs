using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PimBot.Channel.Schema;
using PimBot.Playground.Issuer;

namespace PimBot.Playground.Channel;

/// <summary>Delivers activities to the bot's messaging endpoint, with a fresh token each.</summary>
internal sealed class BotClient(HttpClient http, PlaygroundIdentity identity, PlaygroundTokens tokens)
{
    /// <summary>How long Teams waits for an answer at most.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<BotAnswer> DeliverAsync(Activity activity, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, identity.BotEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.ForBot());
        request.Content = JsonContent.Create(activity, options: PlaygroundJson.Options);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return new BotAnswer(response.StatusCode, Parse(body));
        }
        catch (HttpRequestException)
        {
            return new BotAnswer(HttpStatusCode.BadGateway, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new BotAnswer(Status: null, null);
        }
    }

    private static JsonElement? Parse(byte[] body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
