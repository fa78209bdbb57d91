using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PimBot.Application.Work;

namespace PimBot.Testing.Tests;

/// <summary>
/// The smallest bot that speaks the protocol, to test the kit with: it counts, greets, answers clicks and posts with a
/// token of its own. Its state is a file, as the product's is a database.
/// </summary>
internal sealed class TinyBot(
    IHttpClientFactory clients,
    IConfiguration settings,
    ILogger<TinyBot> log,
    TimeProvider clock
) : IBackgroundPass
{
    private readonly ConcurrentQueue<(JsonObject To, JsonObject Activity)> outbox = new();
    private readonly ConcurrentDictionary<string, JsonObject> seen = new(StringComparer.Ordinal);

    public string Name => "outbox";

    private string StateFile => settings["ConnectionStrings:PimBot"]!["Data Source=".Length..];

    public async Task<IResult> OnActivityAsync(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
        if (!await IsValidAsync(token))
        {
            return Results.Unauthorized();
        }

        var activity = (await request.ReadFromJsonAsync<JsonObject>())!;
        if (seen.TryGetValue(activity["id"]!.ToString(), out var first))
        {
            return Results.Json(first);
        }

        var answer = Answer(activity);
        seen[activity["id"]!.ToString()] = answer;
        return Results.Json(answer);
    }

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        if (settings["Tiny:Endless"] is not null)
        {
            return 1;
        }

        if (!outbox.TryDequeue(out var next))
        {
            return 0;
        }

        await SendAsync(next.To, next.Activity, cancellation);
        return 1;
    }

    private JsonObject Answer(JsonObject activity)
    {
        switch (activity["type"]!.ToString(), activity["text"]?.ToString())
        {
            case ("message", null):
                Reply(activity, TextOf("Submitted " + activity["value"]!.ToJsonString()));
                return [];
            case ("message", "text please"):
                Reply(activity, TextOf("Plain words"));
                return [];
            case ("message", "bad card please"):
                Reply(activity, CardMessage(new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.6" }));
                return [];
            case ("message", "time please"):
                Reply(activity, TextOf($"It is {clock.GetUtcNow():HH:mm}"));
                return [];
            case ("message", "fail please"):
                log.LogError("Something failed");
                return [];
            case ("message", { } text) when text.StartsWith("log ", StringComparison.Ordinal):
                log.LogInformation("They said {Text}", text);
                return [];
            case ("message", "wander please"):
                return Wander();
            case ("message", _):
                File.AppendAllText(StateFile, "x");
                Reply(activity, CardMessage(TinyCards.Question(activity["from"]!["name"]!.ToString(), Count())));
                return [];
            case ("invoke", _):
                return Clicked(activity["value"]!["action"]!.AsObject());
            default:
                return [];
        }
    }

    private JsonObject Clicked(JsonObject action) =>
        action["verb"]?.ToString() switch
        {
            "later" => Invoke("application/vnd.microsoft.activity.message", "Come back tomorrow"),
            "answer" => Invoke(
                "application/vnd.microsoft.card.adaptive",
                TinyCards.Settled(action["data"]!["reason"]!.ToString(), action["data"]!["mood"]!.ToString())
            ),
            _ => new JsonObject { ["statusCode"] = 400, ["type"] = "application/vnd.microsoft.error" },
        };

    private JsonObject Wander()
    {
        var refused = "nothing";
        try
        {
            using var client = clients.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9/elsewhere");
            client.Send(request).Dispose();
        }
        catch (InvalidOperationException exception)
        {
            refused = exception.Message;
        }

        return new JsonObject { ["refused"] = refused };
    }

    private int Count() => File.Exists(StateFile) ? File.ReadAllText(StateFile).Length : 0;

    private void Reply(JsonObject to, JsonObject activity) => outbox.Enqueue((to, activity));

    private static JsonObject Invoke(string type, JsonNode value) =>
        new()
        {
            ["statusCode"] = 200,
            ["type"] = type,
            ["value"] = value,
        };

    private static JsonObject TextOf(string text) =>
        new()
        {
            ["type"] = "message",
            ["text"] = text,
            ["textFormat"] = "plain",
        };

    private static JsonObject CardMessage(JsonObject card)
    {
        var attachment = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card,
        };
        return new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(attachment) };
    }

    private async Task SendAsync(JsonObject to, JsonObject activity, CancellationToken cancellation)
    {
        using var client = clients.CreateClient();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = settings["Bot:AppId"]!,
                ["client_secret"] = settings["Bot:ClientSecret"]!,
            }
        );
        using var tokens = await client.PostAsync(new Uri(settings["Channel:TokenEndpoint"]!), form, cancellation);
        var token = (await tokens.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["access_token"]!.ToString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var chat = Uri.EscapeDataString(to["conversation"]!["id"]!.ToString());
        var route = new Uri($"{to["serviceUrl"]}v3/conversations/{chat}/activities");
        using var sent = await client.PostAsJsonAsync(route, activity, cancellation);
        if (sent.StatusCode == HttpStatusCode.TooManyRequests)
        {
            outbox.Enqueue((to, activity));
        }
    }

    private async Task<bool> IsValidAsync(string token)
    {
        using var client = clients.CreateClient();
        var metadata = await client.GetFromJsonAsync<JsonObject>(settings["Channel:OpenIdMetadata"]);
        var keys = await client.GetFromJsonAsync<JsonObject>(metadata!["jwks_uri"]!.ToString());
        return TinyTokens.IsValid(token, keys!["keys"]!.AsArray(), settings["Bot:AppId"]!);
    }
}
