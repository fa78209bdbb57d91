using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PimBot.Playground.Tests;

/// <summary>Keeps every delivery and answers as it is told.</summary>
internal sealed class ScriptedBot
{
    public const string Scope = "https://api.botframework.com/.default";

    private readonly ConcurrentQueue<Delivery> deliveries = new();

    /// <summary>The answer to each delivery; an empty 200 at first.</summary>
    public Func<Delivery, IResult> Answer { get; set; } = _ => Results.Ok();

    public IReadOnlyList<Delivery> Deliveries => [.. deliveries];

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var body = await request.ReadFromJsonAsync<JsonElement>();
        var delivery = new Delivery(request.Headers.Authorization.ToString(), body);
        deliveries.Enqueue(delivery);
        return Answer(delivery);
    }

    internal sealed record Delivery(string Authorization, JsonElement Activity)
    {
        public string Text(string name) => Activity.GetProperty(name).GetString()!;
    }
}
