using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PimBot.Testing;

namespace PimBot.Benchmarks.Load;

/// <summary>
/// A channel that costs as little as possible: it issues real tokens, takes every activity without looking at it, and
/// notes when it came.
/// </summary>
internal sealed class LoadChannel : IAsyncDisposable
{
    private const string Conversations = "/v3/conversations/";

    private readonly ConcurrentDictionary<string, LoadPerson> people = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private readonly SocketsHttpHandler connections = new() { UseProxy = false };
    private string token = "";
    private long arrived;
    private long ids = 1_772_438_400_000;

    private LoadChannel()
    {
        Issuer = new FakeIssuer(TimeProvider.System, Bot);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        Issuer.Map(app);
        app.MapFallback(Conversations + "{**rest}", TakeAsync);
    }

    public BotIdentity Bot { get; } = BotIdentity.Create();

    public FakeIssuer Issuer { get; }

    /// <summary>How many messages and changes came from bots.</summary>
    public long Arrived => Interlocked.Read(ref arrived);

    public string ServiceUrl => Issuer.Address.ToString();

    public static async Task<LoadChannel> StartAsync()
    {
        var channel = new LoadChannel();
        await channel.app.StartAsync();
        var server = channel.app.Services.GetRequiredService<IServer>();
        channel.Issuer.Address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        channel.token = channel.Issuer.ChannelToken(channel.ServiceUrl);
        return channel;
    }

    /// <summary>One chat with this bot for each person.</summary>
    public IReadOnlyList<LoadPerson> Connect(Uri bot, IReadOnlyList<string> ids)
    {
        var client = new HttpClient(connections, disposeHandler: false) { BaseAddress = bot };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var connected = ids.Select(id => new LoadPerson(this, client, id)).ToList();
        foreach (var person in connected)
        {
            people[person.ConversationId] = person;
        }

        return connected;
    }

    public string NewId() => Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        connections.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        Interlocked.Increment(ref arrived);
        var conversation = Uri.UnescapeDataString(http.Request.Path.Value![Conversations.Length..].Split('/')[0]);
        people.GetValueOrDefault(conversation)?.Arrived(HttpMethods.IsPut(http.Request.Method));
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{NewId()}}"}""");
    }
}
