using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PimBot.Playground.Channel;

namespace PimBot.Playground.Tests;

public sealed class ClickTests
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    [Fact]
    public async Task A_click_sends_verb_and_data_merged_with_the_inputs()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);

        await ClickAsync(host, message);

        var invoke = host.Bot.Deliveries[^1].Activity;
        Assert.Equal("invoke", invoke.GetProperty("type").GetString());
        Assert.Equal("adaptiveCard/action", invoke.GetProperty("name").GetString());
        Assert.Equal(message, invoke.GetProperty("replyToId").GetString());
        Assert.Equal(
            """{"action":{"type":"Action.Execute","id":"go","verb":"approve","data":{"request":7,"reason":"ok"}},"trigger":"manual"}""",
            invoke.GetProperty("value").GetRawText()
        );
    }

    [Fact]
    public async Task A_submit_is_a_message_with_a_value_and_no_text()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);

        await ClickAsync(host, message, "Action.Submit");

        var activity = host.Bot.Deliveries[^1].Activity;
        Assert.Equal("message", activity.GetProperty("type").GetString());
        Assert.False(activity.TryGetProperty("text", out _));
        Assert.Equal("""{"request":7,"reason":"ok"}""", activity.GetProperty("value").GetRawText());
    }

    [Fact]
    public async Task A_card_that_answers_a_click_takes_the_place_of_the_clicked_one()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);
        host.Bot.Answer = _ => Answer(200, CardType, new { type = "AdaptiveCard", speak = "Approved by Alice" });

        await ClickAsync(host, message);

        var line = Assert.Single(await host.TranscriptAsync("alice"));
        Assert.Equal(message, line.GetProperty("id").GetString());
        var card = Assert.Single(line.GetProperty("cards").EnumerateArray());
        Assert.Equal("Approved by Alice", card.GetProperty("content").GetProperty("speak").GetString());
    }

    [Fact]
    public async Task A_text_that_answers_a_click_is_shown_and_the_card_stays()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);
        host.Bot.Answer = _ => Answer(200, "application/vnd.microsoft.activity.message", "Noted.");

        await ClickAsync(host, message);

        var (text, isError) = await NoticeAsync(host);
        Assert.Equal(("Noted.", false), (text, isError));
        var line = Assert.Single(await host.TranscriptAsync("alice"));
        Assert.Equal(
            "Please decide",
            line.GetProperty("cards")[0].GetProperty("content").GetProperty("speak").GetString()
        );
    }

    [Fact]
    public async Task An_error_that_answers_a_click_is_shown_in_the_bots_words()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);
        host.Bot.Answer = _ =>
            Answer(400, "application/vnd.microsoft.error", new { code = "BadRequest", message = "Too late." });

        await ClickAsync(host, message);

        Assert.Equal(("Too late.", true), await NoticeAsync(host));
    }

    [Theory]
    [InlineData("""{"statusCode":200}""")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"no card"}""")]
    [InlineData("[]")]
    public async Task An_answer_that_no_client_understands_is_shown_as_an_error(string body)
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);
        host.Bot.Answer = _ => Results.Text(body, "application/json");

        await ClickAsync(host, message);

        Assert.True((await NoticeAsync(host)).IsError);
    }

    [Fact]
    public async Task A_click_that_the_bot_does_not_take_is_shown_as_an_error()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var message = await CardAsync(host);
        host.Bot.Answer = _ => Results.StatusCode(501);

        await ClickAsync(host, message);

        var (text, isError) = await NoticeAsync(host);
        Assert.True(isError);
        Assert.Contains("501", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_message_that_is_gone_sends_nothing()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await PostClickAsync(host, "1:gone", "Action.Execute");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(host.Bot.Deliveries);
    }

    private static IResult Answer(int statusCode, string type, object value) =>
        Results.Json(
            new
            {
                statusCode,
                type,
                value,
            }
        );

    private static async Task<string> CardAsync(PlaygroundHost host)
    {
        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            $"/{Conversation.IdOf("alice")}/activities",
            new
            {
                type = "message",
                attachments = new[]
                {
                    new { contentType = CardType, content = new { type = "AdaptiveCard", speak = "Please decide" } },
                },
            }
        );
        return (await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation))
            .GetProperty("id")
            .GetString()!;
    }

    private static async Task ClickAsync(PlaygroundHost host, string message, string type = "Action.Execute")
    {
        using var response = await PostClickAsync(host, message, type);
        response.EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> PostClickAsync(PlaygroundHost host, string message, string type) =>
        host.Http.PostAsJsonAsync(
            "/playground/api/click",
            new
            {
                person = "alice",
                message,
                action = new
                {
                    type,
                    id = "go",
                    verb = "approve",
                    data = new { request = 7 },
                    inputs = new { reason = "ok" },
                },
            },
            PlaygroundHost.Cancellation
        );

    private static async Task<(string? Text, bool IsError)> NoticeAsync(PlaygroundHost host)
    {
        var line = Assert.Single(await host.TranscriptAsync("alice"));
        var notice = line.GetProperty("notice");
        return (notice.GetProperty("text").GetString(), notice.GetProperty("isError").GetBoolean());
    }
}
