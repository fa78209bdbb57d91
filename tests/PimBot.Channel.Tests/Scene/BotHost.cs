using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Scene;

/// <summary>A bot on a real Kestrel at loopback, its issuer, and its clock.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "00000000-0000-0000-0000-00000000b07a";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Tenant = "72f988bf-0000-0000-0000-2d7cd011db47";

    private static readonly Signer TheSigner = new("key-1", "msteams");

    private BotHost(WebApplication app, LocalIssuer issuer, RecordingBot bot, ManualTime clock, LogLines log)
    {
        (App, Issuer, Bot, Clock, Log) = (app, issuer, bot, clock, log);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public WebApplication App { get; }

    public LocalIssuer Issuer { get; }

    public Signer Signer => TheSigner;

    public RecordingBot Bot { get; }

    public ManualTime Clock { get; }

    public LogLines Log { get; }

    public HttpClient Client { get; }

    /// <summary>What the bot sends to the channel.</summary>
    public required StubHandler Network { get; init; }

    public static async Task<BotHost> StartAsync(
        Dictionary<string, string?>? settings = null,
        string environment = "Development"
    )
    {
        var issuer = await LocalIssuer.StartAsync(TheSigner);
        var (bot, clock, log) = (
            new RecordingBot(),
            new ManualTime(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
            new LogLines()
        );
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Bot:AppId"] = AppId,
                ["Bot:TenantId"] = Tenant,
                ["Bot:ClientSecret"] = "the-secret",
                ["Channel:Issuer"] = issuer.Url,
                ["Channel:OpenIdMetadata"] = issuer.Url + "/openid",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddBotChannel(builder.Configuration);
        builder.Services.AddSingleton<ITurnHandler>(bot);
        var network = new StubHandler();
        builder.Services.AddHttpClient(ChannelHttpClients.Connector).ConfigurePrimaryHttpMessageHandler(() => network);
        builder.Services.AddHttpClient(ChannelHttpClients.Token).ConfigurePrimaryHttpMessageHandler(NewTokenServer);
        var app = builder.Build();
        app.MapBotEndpoint();
        await app.StartAsync();
        return new BotHost(app, issuer, bot, clock, log) { Network = network };
    }

    private static StubHandler NewTokenServer() =>
        new()
        {
            Answer = (_, _) =>
                Task.FromResult(
                    StubHandler.Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"token"}""")
                ),
        };

    /// <summary>The claims of a token that is accepted.</summary>
    public JsonObject Claims() =>
        new()
        {
            ["iss"] = Issuer.Url,
            ["aud"] = AppId,
            ["nbf"] = Seconds(-60),
            ["exp"] = Seconds(3600),
            ["serviceurl"] = ServiceUrl,
        };

    public long Seconds(int fromNow) => Clock.GetUtcNow().ToUnixTimeSeconds() + fromNow;

    public string GoodToken() => Signer.Sign(Claims());

    public static JsonObject Message(string text = "hello") =>
        new()
        {
            ["type"] = "message",
            ["id"] = "activity-1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = ServiceUrl,
            ["text"] = text,
            ["from"] = new JsonObject
            {
                ["id"] = "29:alice",
                ["name"] = "Alice",
                ["aadObjectId"] = "alice",
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "PimBot" },
            ["conversation"] = new JsonObject { ["id"] = "a:conversation", ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };

    /// <summary>A click on "approve".</summary>
    public static JsonObject Click() =>
        Invoke(
            new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "approve" },
                ["trigger"] = "manual",
            }
        );

    public static JsonObject Invoke(JsonNode? value, string name = "adaptiveCard/action")
    {
        var activity = Message();
        activity.Remove("text");
        (activity["type"], activity["name"], activity["value"]) = ("invoke", name, value);
        return activity;
    }

    /// <summary>Posts with a sender who hangs up when the token says so.</summary>
    public async Task<HttpResponseMessage> PostUntilAsync(CancellationToken hangsUp, JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", GoodToken());
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await Client.SendAsync(request, hangsUp);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity.ToJsonString(), GoodToken());

    public Task<HttpResponseMessage> PostAsync(string body, string? token) =>
        PostAsync(Encoding.UTF8.GetBytes(body), token is null ? [] : ["Bearer " + token]);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, params string[] authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var value in authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A request as the server would hand it on, with a body that must not be touched.</summary>
    public static DefaultHttpContext RequestWith(params string[] authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.Body = new UnreadableBody();
        context.Request.Headers.Authorization = authorization;
        return context;
    }

    /// <summary>Hands the endpoint a request whose body fails when it is read.</summary>
    public async Task<(int Status, bool WasTouched)> PostUnreadableAsync(params string[] authorization)
    {
        var context = RequestWith(authorization);
        await using var scope = App.Services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await App.Services.GetRequiredService<ActivityEndpoint>().HandleAsync(context);
        return (context.Response.StatusCode, ((UnreadableBody)context.Request.Body).WasTouched);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
