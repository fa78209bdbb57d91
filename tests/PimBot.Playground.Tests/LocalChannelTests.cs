using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;

namespace PimBot.Playground.Tests;

public sealed class LocalChannelTests
{
    [Fact]
    public async Task A_message_looks_as_Teams_sends_it()
    {
        await using var host = await PlaygroundHost.StartAsync();

        await host.PageAsync(
            "say",
            new
            {
                person = "alice",
                text = " my roles ",
                timeZone = "Europe/Berlin",
                locale = "de-DE",
            }
        );

        var activity = Assert.Single(host.Bot.Deliveries).Activity;
        Assert.Equal("message", activity.GetProperty("type").GetString());
        Assert.Equal("my roles", activity.GetProperty("text").GetString());
        Assert.Equal("msteams", activity.GetProperty("channelId").GetString());
        Assert.Equal(host.Identity.ServiceUrl, activity.GetProperty("serviceUrl").GetString());
        Assert.Equal("alice", activity.GetProperty("from").GetProperty("aadObjectId").GetString());
        Assert.Equal("28:" + host.Identity.AppId, activity.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("Europe/Berlin", activity.GetProperty("localTimezone").GetString());
        Assert.Equal("de-DE", activity.GetProperty("locale").GetString());
        Assert.Equal(host.Clock.Now, activity.GetProperty("timestamp").GetDateTimeOffset());
        var conversation = activity.GetProperty("conversation");
        Assert.Equal("personal", conversation.GetProperty("conversationType").GetString());
        Assert.Equal(host.Identity.TenantId, conversation.GetProperty("tenantId").GetString());
        Assert.Equal(
            host.Identity.TenantId,
            activity.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString()
        );
    }

    [Fact]
    public async Task A_time_zone_and_locale_that_make_no_sense_are_not_passed_on()
    {
        await using var host = await PlaygroundHost.StartAsync();

        await host.PageAsync(
            "say",
            new
            {
                person = "alice",
                text = "x",
                timeZone = "Mars/Base",
                locale = "<b>",
            }
        );

        Assert.Equal("UTC", host.Bot.Deliveries[0].Text("localTimezone"));
        Assert.Equal("en-US", host.Bot.Deliveries[0].Text("locale"));
    }

    [Fact]
    public async Task Opening_a_pane_installs_the_app_once()
    {
        await using var host = await PlaygroundHost.StartAsync();

        await host.PageAsync("open", new { person = "alice" });
        await host.PageAsync("open", new { person = "alice" });

        Assert.Equal(["installationUpdate", "conversationUpdate"], host.Bot.Deliveries.Select(d => d.Text("type")));
        Assert.Equal("add", host.Bot.Deliveries[0].Text("action"));
    }

    [Fact]
    public async Task An_installation_that_the_bot_refused_is_shown_and_tried_again()
    {
        await using var host = await PlaygroundHost.StartAsync();
        host.Bot.Answer = _ => Results.StatusCode(503);
        await host.PageAsync("open", new { person = "alice" });
        host.Bot.Answer = _ => Results.Ok();

        await host.PageAsync("open", new { person = "alice" });

        Assert.Equal(4, host.Bot.Deliveries.Count);
        var note = Assert.Single(await host.TranscriptAsync("alice"));
        Assert.Equal("channel", note.GetProperty("author").GetString());
        Assert.Contains("503", note.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_activity_has_an_id_of_its_own()
    {
        await using var host = await PlaygroundHost.StartAsync();

        await host.PageAsync("say", new { person = "alice", text = "a" });
        await host.PageAsync("say", new { person = "alice", text = "a" });

        Assert.Equal(2, host.Bot.Deliveries.Select(d => d.Text("id")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Nobody_unknown_can_speak()
    {
        await using var host = await PlaygroundHost.StartAsync();

        using var response = await host.Http.PostAsJsonAsync(
            "/playground/api/say",
            new { person = "mallory", text = "x" },
            PlaygroundHost.Cancellation
        );

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(host.Bot.Deliveries);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2678400")]
    public async Task The_clock_moves_forward_by_up_to_31_days(string seconds)
    {
        await using var host = await PlaygroundHost.StartAsync();
        var before = host.Clock.Now;
        var step = int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture);

        await host.PageAsync("advance", new { seconds = step });

        Assert.Equal(before.AddSeconds(step), host.Clock.Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(2678401)]
    public async Task The_clock_moves_neither_back_nor_too_far(int seconds)
    {
        await using var host = await PlaygroundHost.StartAsync();
        var before = host.Clock.Now;

        using var response = await host.Http.PostAsJsonAsync(
            "/playground/api/advance",
            new { seconds },
            PlaygroundHost.Cancellation
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(before, host.Clock.Now);
    }
}
