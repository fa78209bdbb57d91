using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>The way from the channel to the bot, shared by all people of a scene.</summary>
internal sealed class BotLine(FakeChannel channel) : IDisposable
{
    private static readonly JsonSerializerOptions AsClients = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentBag<string> written = [];
    private long actions;

    public FakeChannel Channel => channel;

    /// <summary>The bot's root; changes when it restarts.</summary>
    public Uri BotAddress { get; set; } = new("http://127.0.0.1/");

    /// <summary>Runs after each thing that a person did: lets the background work finish.</summary>
    public Func<Task> Settle { get; set; } = () => Task.CompletedTask;

    /// <summary>What else is known about a failure.</summary>
    public Func<string> Diagnose { get; set; } = () => "";

    /// <summary>What people wrote, in messages and in text inputs.</summary>
    public IReadOnlyCollection<string> Written => written;

    /// <summary>The channel's count of events when the newest action began.</summary>
    public long Mark { get; private set; }

    /// <summary>The number of the newest action.</summary>
    public long Action => Interlocked.Read(ref actions);

    public long BeginAction()
    {
        Mark = channel.Events;
        return Interlocked.Increment(ref actions);
    }

    public void Remember(string text) => written.Add(text);

    public Task<BotAnswer> PostAsync(JsonObject activity) =>
        PostAsync(activity.ToJsonString(AsClients), channel.Issuer.ChannelToken(channel.ServiceUrl));

    public async Task<BotAnswer> PostAsync(string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BotAddress, "api/messages"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        return new BotAnswer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
