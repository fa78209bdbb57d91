using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PimBot.Playground.Channel;

namespace PimBot.Playground.Tests;

public sealed class ConnectorTests
{
    private static readonly string Alice = "/" + Conversation.IdOf("alice");

    [Fact]
    public async Task A_message_of_the_bot_appears_in_the_persons_transcript_and_gets_an_id()
    {
        await using var host = await PlaygroundHost.StartAsync();

        var id = await SendAsync(host, Alice + "/activities", "Granted.");

        var line = Assert.Single(await host.TranscriptAsync("alice"));
        Assert.Equal(id, line.GetProperty("id").GetString());
        Assert.Equal("bot", line.GetProperty("author").GetString());
        Assert.Equal("Granted.", line.GetProperty("text").GetString());
        Assert.Empty(await host.TranscriptAsync("bob"));
    }

    [Fact]
    public async Task A_reply_is_a_message_too()
    {
        await using var host = await PlaygroundHost.StartAsync();

        await SendAsync(host, Alice + "/activities/f:1", "Granted.");

        Assert.Single(await host.TranscriptAsync("alice"));
    }

    [Fact]
    public async Task An_update_replaces_the_message_where_it_stands()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var id = await SendAsync(host, Alice + "/activities", "Pending");
        await SendAsync(host, Alice + "/activities", "Something else");

        using var response = await host.ConnectorAsync(HttpMethod.Put, $"{Alice}/activities/{id}", Card("Approved"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var lines = await host.TranscriptAsync("alice");
        Assert.Equal(2, lines.Count);
        Assert.False(lines[0].TryGetProperty("text", out _));
        Assert.Equal(
            "Approved",
            lines[0].GetProperty("cards")[0].GetProperty("content").GetProperty("speak").GetString()
        );
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_cannot_be_changed()
    {
        await using var host = await PlaygroundHost.StartAsync();
        var id = await SendAsync(host, Alice + "/activities", "Oops");

        using var deleted = await host.ConnectorAsync(HttpMethod.Delete, $"{Alice}/activities/{id}");
        using var again = await host.ConnectorAsync(HttpMethod.Put, $"{Alice}/activities/{id}", Card("Approved"));

        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "ActivityNotFoundInConversation"), await ErrorAsync(again));
        Assert.Empty(await host.TranscriptAsync("alice"));
    }

    [Fact]
    public async Task The_bot_cannot_change_what_a_person_said()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAsync("say", new { person = "alice", text = "hello" });
        var id = (await host.TranscriptAsync("alice"))[0].GetProperty("id").GetString();

        using var response = await host.ConnectorAsync(HttpMethod.Put, $"{Alice}/activities/{id}", Card("Approved"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("hello", (await host.TranscriptAsync("alice"))[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_unknown_conversation_is_not_found()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(HttpMethod.Post, "/a:nobody/activities", Card("x"));

        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), await ErrorAsync(response));
    }

    [Fact]
    public async Task A_message_larger_than_Teams_takes_is_refused_as_too_big()
    {
        await using var host = await PlaygroundHost.StartAsync();

        var text = new string('x', 60 * 1024);
        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            Alice + "/activities",
            new { type = "message", text }
        );

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), await ErrorAsync(response));
        Assert.Empty(await host.TranscriptAsync("alice"));
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"trace","text":"x"}""")]
    [InlineData("""{"type":"message","attachments":[{"content":{}}]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_body_that_is_no_message_is_refused(string body)
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            Alice + "/activities",
            JsonSerializer.Deserialize<JsonElement>(body)
        );

        Assert.Equal((HttpStatusCode.BadRequest, "BadSyntax"), await ErrorAsync(response));
        Assert.Empty(await host.TranscriptAsync("alice"));
    }

    [Fact]
    public async Task Members_carry_the_directory_id()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(HttpMethod.Get, Alice + "/members");

        var members = await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation);
        var member = Assert.Single(members.EnumerateArray());
        Assert.Equal("alice", member.GetProperty("aadObjectId").GetString());
        Assert.StartsWith("29:", member.GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_conversation_can_be_made_and_is_the_one_that_the_person_has()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            "",
            new { members = new[] { new { id = "bob" } }, tenantId = host.Identity.TenantId }
        );

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var made = await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation);
        Assert.Equal(Conversation.IdOf("bob"), made.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_group_conversation_is_refused()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            "",
            new { isGroup = true, members = new[] { new { id = "bob" } } }
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/activities")]
    [InlineData("POST", "/activities/f:1")]
    [InlineData("PUT", "/activities/f:1")]
    [InlineData("DELETE", "/activities/f:1")]
    [InlineData("GET", "/members")]
    public async Task Every_route_asks_for_the_bots_token(string method, string path)
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(new HttpMethod(method), Alice + path, Card("x"), token: "");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await host.TranscriptAsync("alice"));
    }

    [Fact]
    public async Task The_token_with_which_the_channel_speaks_to_the_bot_opens_nothing_here()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await host.PageAsync("say", new { person = "bob", text = "hello" });
        var inbound = host.Bot.Deliveries[0].Authorization["Bearer ".Length..];

        using var response = await host.ConnectorAsync(HttpMethod.Post, Alice + "/activities", Card("x"), inbound);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_of_another_process_opens_nothing_here()
    {
        await using var host = await PlaygroundHost.StartAsync();
        await using var other = await PlaygroundHost.StartAsync();

        using var response = await host.ConnectorAsync(
            HttpMethod.Post,
            Alice + "/activities",
            Card("x"),
            await TokenAsync(other)
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(66, HttpStatusCode.Unauthorized)]
    public async Task A_token_lasts_an_hour_and_the_usual_five_minutes(int minutes, HttpStatusCode expected)
    {
        await using var host = await PlaygroundHost.StartAsync();
        var token = await TokenAsync(host);

        host.Clock.Advance(TimeSpan.FromMinutes(minutes));
        using var response = await host.ConnectorAsync(HttpMethod.Get, Alice + "/members", token: token);

        Assert.Equal(expected, response.StatusCode);
    }

    private static object Card(string speak) =>
        new
        {
            type = "message",
            attachments = new[]
            {
                new
                {
                    contentType = "application/vnd.microsoft.card.adaptive",
                    content = new { type = "AdaptiveCard", speak },
                },
            },
        };

    private static async Task<string?> SendAsync(PlaygroundHost host, string path, string text)
    {
        using var response = await host.ConnectorAsync(HttpMethod.Post, path, new { type = "message", text });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation))
            .GetProperty("id")
            .GetString();
    }

    private static async Task<string?> TokenAsync(PlaygroundHost host)
    {
        using var response = await host.TokenAsync();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation))
            .GetProperty("access_token")
            .GetString();
    }

    private static async Task<(HttpStatusCode Status, string? Code)> ErrorAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(PlaygroundHost.Cancellation);
        return (response.StatusCode, body.GetProperty("error").GetProperty("code").GetString());
    }
}
