using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PimBot.Channel;
using PimBot.Channel.Turns;
using PimBot.Fuzzing.Engine;
using PimBot.Fuzzing.Scenes;
using PimBot.Testing;

namespace PimBot.Fuzzing.Headers;

/// <summary>
/// The bot's endpoint in Production without a network, so that any header value reaches it, those too that a web server
/// would turn away. Its issuer lists <see cref="DoorKeys"/>, or is never there.
/// </summary>
internal sealed class Door : IAsyncDisposable
{
    public const string Issuer = "https://issuer.pimbot.test";
    public const string AppId = "3c9d4f1e-6a52-4b0e-9d6b-2f8f7a1b5c01";
    public const string Tenant = "7e0f2a44-18c3-4f5d-8b57-0d1c9a6e4f02";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>Seconds since 1970; the door's clock stands still.</summary>
    public const long Now = 1_772_438_400;

    private readonly WebApplication app;
    private readonly TestServer server;
    private readonly Inside inside;

    private Door(WebApplication app, Inside inside) =>
        (this.app, server, this.inside) = (app, app.GetTestServer(), inside);

    public BehaviourLog Log { get; private init; } = new();

    public static async Task<Door> StartAsync(DoorKeys? keys)
    {
        var (log, inside) = (new BehaviourLog(), new Inside());
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = Environments.Production }
        );
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Bot:AppId"] = AppId,
                ["Bot:TenantId"] = Tenant,
                ["Bot:ClientSecret"] = "the-secret",
                ["Channel:Issuer"] = Issuer,
                ["Channel:OpenIdMetadata"] = Issuer + "/openid",
            }
        );
        builder.Services.AddSingleton<TimeProvider>(new UnhurriedTime(DateTimeOffset.FromUnixTimeSeconds(Now)));
        builder.Services.AddBotChannel(builder.Configuration);
        builder.Services.AddSingleton<ITurnHandler>(inside);
        builder
            .Services.AddHttpClient(ChannelHttpClients.Metadata)
            .ConfigurePrimaryHttpMessageHandler(() => new IssuerStub(keys));
        var built = builder.Build();
        built.MapBotEndpoint();
        await built.StartAsync();
        return new Door(built, inside) { Log = log };
    }

    /// <summary>Knocks once.</summary>
    /// <returns>The status, whether a byte of the body was asked for, and whether the bot was reached.</returns>
    public async Task<DoorAnswer> PostAsync(string body, Action<IHeaderDictionary> headers)
    {
        using var watched = new WatchedBody(Encoding.UTF8.GetBytes(body));
        inside.IsReached = false;
        var answered = await server.SendAsync(context =>
        {
            context.Request.Method = HttpMethods.Post;
            context.Request.Scheme = "https";
            context.Request.Host = new HostString("bot.pimbot.test");
            context.Request.Path = "/api/messages";
            context.Request.Body = watched;
            context.Request.ContentType = "application/json";
            headers(context.Request.Headers);
        });
        return new DoorAnswer(answered.Response.StatusCode, watched.WasRead, inside.IsReached);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private sealed class Inside : ITurnHandler
    {
        public volatile bool IsReached;

        public Task<TurnResult> OnTurnAsync(Turn turn, CancellationToken cancellation)
        {
            IsReached = true;
            return Task.FromResult(TurnResult.Nothing);
        }

        public Task FinishedLateAsync(Turn turn, TurnResult? result, CancellationToken cancellation) =>
            Task.CompletedTask;
    }

    private sealed class IssuerStub(DoorKeys? keys) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellation
        )
        {
            if (keys is null)
            {
                throw new HttpRequestException("The issuer is not there.");
            }

            var json = request.RequestUri!.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
                ? keys.KeySet()
                : $$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Issuer}}/keys"}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json) });
        }
    }
}
