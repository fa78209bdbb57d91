using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PimBot.Playground.Tests;

/// <summary>The playground on a real socket, with a scripted bot at <c>/api/messages</c> of the same process.</summary>
internal sealed class PlaygroundHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private PlaygroundHost(WebApplication app, PlaygroundIdentity identity, ScriptedBot bot, DemoClock clock)
    {
        this.app = app;
        Identity = identity;
        Bot = bot;
        Clock = clock;
        Http = new HttpClient { BaseAddress = identity.BaseUrl };
    }

    public PlaygroundIdentity Identity { get; }

    public ScriptedBot Bot { get; }

    public DemoClock Clock { get; }

    public HttpClient Http { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PlaygroundHost> StartAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        var identity = PlaygroundIdentity.Create(new Uri($"http://127.0.0.1:{port}"));
        var (bot, clock) = (new ScriptedBot(), new DemoClock());

        var builder = Builder(Environments.Development);
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, port));
        builder.WebHost.UseSockets(s => s.CreateBoundListenSocket = _ => socket);
        Add(builder.Services, identity, clock);
        var web = builder.Build();
        web.MapPlayground();
        web.MapPost("/api/messages", bot.AnswerAsync);
        await web.StartAsync(Cancellation);
        return new PlaygroundHost(web, identity, bot, clock);
    }

    public static WebApplicationBuilder Builder(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        return builder;
    }

    public static void Add(IServiceCollection services, PlaygroundIdentity identity, DemoClock clock)
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IPlaygroundClock>(clock);
        services.AddSingleton<IPlaygroundPeople, DemoPeople>();
        services.AddPlayground(identity);
    }

    public Task<HttpResponseMessage> TokenAsync(string? secret = null, string scope = ScriptedBot.Scope) =>
        Http.PostAsync(
            new Uri(Identity.ToConfiguration()["Channel:TokenEndpoint"]!),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = Identity.AppId,
                    ["client_secret"] = secret ?? Identity.ToConfiguration()["Bot:ClientSecret"]!,
                    ["scope"] = scope,
                }
            ),
            Cancellation
        );

    /// <summary>A connector call as the bot makes it, with its token unless another is given.</summary>
    public async Task<HttpResponseMessage> ConnectorAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? token = null
    )
    {
        if (token is null)
        {
            using var granted = await TokenAsync();
            var answer = await granted.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            token = answer.GetProperty("access_token").GetString();
        }

        using var request = new HttpRequestMessage(method, new Uri(Identity.ServiceUrl + "v3/conversations" + path));
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Authorization = token is "" ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request, Cancellation);
    }

    /// <summary>Posts to the page's API; fails on anything but success.</summary>
    public async Task PageAsync(string verb, object body)
    {
        using var response = await Http.PostAsJsonAsync($"/playground/api/{verb}", body, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> StateAsync() => Http.GetFromJsonAsync<JsonElement>("/playground/api/state", Cancellation);

    public async Task<IReadOnlyList<JsonElement>> TranscriptAsync(string person) =>
        [.. (await StateAsync()).GetProperty("transcripts").GetProperty(person).EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        Identity.Dispose();
    }
}
