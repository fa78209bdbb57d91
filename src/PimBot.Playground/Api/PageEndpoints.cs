using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using PimBot.Playground.Channel;

namespace PimBot.Playground.Api;

/// <summary>What the page's scripts call.</summary>
internal static class PageEndpoints
{
    public static void MapPageApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/playground/api");
        api.MapGet("/people", (IPlaygroundPeople people) => Json(people.List()));
        api.MapGet("/state", State);
        api.MapGet("/events", Events);
        api.MapPost("/open", OpenAsync);
        api.MapPost("/say", SayAsync);
        api.MapPost("/click", ClickAsync);
        api.MapPost("/advance", AdvanceAsync);
    }

    /// <summary>Everything that the page shows. The cursor is taken first: what comes meanwhile is applied twice, not lost.</summary>
    private static IResult State(
        EventLog events,
        IPlaygroundClock clock,
        IPlaygroundPeople people,
        Conversations conversations
    ) =>
        Json(
            new
            {
                cursor = events.Cursor,
                now = clock.Now,
                people = people.List(),
                transcripts = conversations.All().ToDictionary(c => c.PersonId, c => c.Transcript.Snapshot()),
                cardRenderer = PageAssets.HasCardRenderer,
            }
        );

    private static IResult Events(HttpRequest request, string? after, EventLog events, IHostApplicationLifetime life)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var cursor = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } seen ? seen : after;
        return TypedResults.ServerSentEvents(Read(events, cursor, life.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<string>> Read(
        EventLog events,
        string? after,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        await using var reader = events.ReadAsync(after, either.Token).GetAsyncEnumerator(either.Token);
        while (await MoveNextAsync(reader))
        {
            var (cursor, what) = reader.Current;
            yield return new SseItem<string>(JsonSerializer.Serialize(what, PlaygroundJson.Options), what.Type)
            {
                EventId = cursor,
            };
        }
    }

    /// <summary>The stream ends quietly when the browser leaves or the process stops.</summary>
    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<(string Cursor, ChannelEvent Event)> reader)
    {
        try
        {
            return await reader.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<IResult> OpenAsync(HttpRequest request, Conversations conversations, LocalChannel channel)
    {
        if (await ReadAsync<OpenRequest>(request) is not { } open)
        {
            return Results.BadRequest();
        }

        if (conversations.Of(open.Person) is not { } conversation)
        {
            return Results.NotFound();
        }

        var client = ClientContext.From(open.TimeZone, open.Locale);
        await channel.OpenAsync(conversation, client, CancellationToken.None);
        return Results.NoContent();
    }

    private static async Task<IResult> SayAsync(HttpRequest request, Conversations conversations, LocalChannel channel)
    {
        if (
            await ReadAsync<SayRequest>(request) is not { Text: { Length: <= SayRequest.LongestText } text } say
            || string.IsNullOrWhiteSpace(text)
        )
        {
            return Results.BadRequest();
        }

        if (conversations.Of(say.Person) is not { } conversation)
        {
            return Results.NotFound();
        }

        var client = ClientContext.From(say.TimeZone, say.Locale);
        await channel.SayAsync(conversation, client, text.Trim(), CancellationToken.None);
        return Results.NoContent();
    }

    private static async Task<IResult> ClickAsync(
        HttpRequest request,
        Conversations conversations,
        LocalChannel channel
    )
    {
        if (
            await ReadAsync<ClickRequest>(request)
            is not { Message: { } message, Action: { Type: "Action.Execute" or "Action.Submit" } action } click
        )
        {
            return Results.BadRequest();
        }

        if (conversations.Of(click.Person) is not { } conversation)
        {
            return Results.NotFound();
        }

        var client = ClientContext.From(click.TimeZone, click.Locale);
        var changed = await channel.ClickAsync(conversation, client, message, action, CancellationToken.None);
        return changed is null ? Results.NotFound() : Json(changed);
    }

    private static async Task<IResult> AdvanceAsync(HttpRequest request, IPlaygroundClock clock, EventLog events)
    {
        if (
            await ReadAsync<AdvanceRequest>(request) is not { Seconds: > 0 } advance
            || advance.Seconds > AdvanceRequest.Most.TotalSeconds
        )
        {
            return Results.BadRequest();
        }

        clock.Advance(TimeSpan.FromSeconds(advance.Seconds));
        var now = clock.Now;
        events.Publish(new ChannelEvent("clock", Now: now));
        return Json(new { now });
    }

    private static IResult Json<T>(T value) => Results.Json(value, PlaygroundJson.Options);

    private static async Task<T?> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(PlaygroundJson.Options, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
