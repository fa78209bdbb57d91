using System.Net.ServerSentEvents;
using PimBot.Playground.Channel;

namespace PimBot.Playground.Tests;

public sealed class EventStreamTests
{
    [Fact]
    public async Task The_page_sees_a_message_as_it_comes_and_catches_up_after_a_break()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var cursor = (await host.StateAsync()).GetProperty("cursor").GetString()!;
        await SendAsync(host, "one");
        await SendAsync(host, "two");

        var first = await NextAsync(host, cursor);
        var second = await NextAsync(host, first.EventId!);

        Assert.Equal("message", first.EventType);
        Assert.Contains("\"text\":\"one\"", first.Data, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"two\"", second.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_clock_is_shown()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var cursor = (await host.StateAsync()).GetProperty("cursor").GetString()!;

        await host.PageAsync("advance", new { seconds = 3600 });

        var item = await NextAsync(host, cursor);
        Assert.Equal("clock", item.EventType);
        Assert.Contains("2030-01-15T10:00:00", item.Data, StringComparison.Ordinal);
    }

    private static async Task SendAsync(PlaygroundHost host, string text)
    {
        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            $"/{Conversation.IdOf("alice")}/activities",
            new { type = "message", text }
        );
        response.EnsureSuccessStatusCode();
    }

    private static async Task<SseItem<string>> NextAsync(PlaygroundHost host, string cursor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/playground/api/events");
        request.Headers.Add("Last-Event-ID", cursor);
        using var response = await host.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            PlaygroundHost.Cancellation
        );
        await using var stream = await response.Content.ReadAsStreamAsync(PlaygroundHost.Cancellation);
        return await SseParser.Create(stream).EnumerateAsync(PlaygroundHost.Cancellation).FirstAsync();
    }
}
