using System.Net;
using System.Text.Json.Nodes;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Tests.Scene;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Endpoint;

public sealed class RateLimitTests : IAsyncLifetime
{
    private BotHost host = null!;
    private int activities;

    public async ValueTask InitializeAsync()
    {
        host = await BotHost.StartAsync(
            new()
            {
                ["Channel:RateLimits:PersonPerMinute"] = "6",
                ["Channel:RateLimits:TenantPerMinute"] = "20",
                ["Channel:AllowedTenants:0"] = BotHost.Tenant,
                ["Channel:AllowedTenants:1"] = "another",
            }
        );
        host.Bot.Answer = _ => Task.FromResult(TurnResult.Answer(InvokeAnswer.Message("ok")));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_message_too_many_is_asked_to_come_again_with_the_seconds_to_wait()
    {
        await TakeAsync(6);
        using var response = await host.PostAsync(New(BotHost.Message()));
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("10", response.Headers.RetryAfter!.ToString());
        Assert.Equal(6, host.Bot.Turns.Count);
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await TakeAsync(1);
    }

    [Theory]
    [InlineData(0, "10 seconds")]
    [InlineData(4.5, "6 seconds")]
    [InlineData(9.5, "1 second")]
    public async Task A_click_too_many_is_answered_in_words(double later, string wait)
    {
        await TakeAsync(6);
        host.Clock.Advance(TimeSpan.FromSeconds(later));
        using var response = await host.PostAsync(New(BotHost.Click()));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(
            (HttpStatusCode.OK, 200, $"You are going faster than I can follow. Try again in {wait}."),
            (response.StatusCode, (int)answer["statusCode"]!, (string?)answer["value"])
        );
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
        Assert.Equal(6, host.Bot.Turns.Count);
    }

    [Fact]
    public async Task A_delivery_of_a_turn_that_ran_is_not_counted_again()
    {
        var first = New(BotHost.Message());
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(first));
        }

        await TakeAsync(5);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(New(BotHost.Message())));
    }

    [Fact]
    public async Task A_turn_that_was_refused_is_counted_when_it_comes_again()
    {
        await TakeAsync(6);
        var refused = New(BotHost.Message());
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(refused));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(refused));
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(refused));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(New(BotHost.Message())));
    }

    [Fact]
    public async Task One_persons_flood_does_not_spend_the_tenants_budget()
    {
        for (var i = 0; i < 100; i++)
        {
            await StatusAsync(New(BotHost.Message()));
        }

        await TakeAsync(6, "bob");
        await TakeAsync(6, "carol");
        Assert.Equal(18, host.Bot.Turns.Count);
    }

    [Fact]
    public async Task A_tenant_has_a_limit_of_its_own_and_another_tenant_its_own()
    {
        foreach (var person in new[] { "alice", "bob", "carol" })
        {
            await TakeAsync(6, person);
        }

        await TakeAsync(2, "dan");
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(New(BotHost.Message(), "dan")));
        await TakeAsync(6, "alice", "another");
    }

    [Fact]
    public async Task Whoever_has_no_directory_id_is_counted_by_the_channels_id()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(New(BotHost.Message(), null)));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(New(BotHost.Message(), null)));
    }

    [Fact]
    public async Task A_flood_is_logged_once_a_minute_and_nobody_is_named()
    {
        for (var i = 0; i < 30; i++)
        {
            await StatusAsync(New(BotHost.Message()));
        }

        Assert.Equal(1, Lines());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 30; i++)
        {
            await StatusAsync(New(BotHost.Message()));
        }

        Assert.Equal(2, Lines());
        Assert.Contains("A person went faster than its rate limit", host.Log.All, StringComparison.Ordinal);
        Assert.Contains("(23 more since the last such line)", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("alice", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zero_is_no_limit_in_Development()
    {
        await using var open = await BotHost.StartAsync(
            new() { ["Channel:RateLimits:PersonPerMinute"] = "0", ["Channel:RateLimits:TenantPerMinute"] = "0" }
        );
        for (var i = 0; i < 200; i++)
        {
            using var response = await open.PostAsync(New(BotHost.Message()));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public void Keys_are_remembered_for_a_minute_at_least_and_never_too_many()
    {
        var clock = new ManualTime(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var keys = new RecentKeys(clock);
        keys.Add("a");
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.True(keys.Contains("a"));
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(keys.Contains("a"));
        clock.Advance(TimeSpan.FromSeconds(120));
        Assert.False(keys.Contains("a"));
        keys.Add("b");
        for (var i = 0; i < RecentKeys.MostOfGeneration * 2; i++)
        {
            keys.Add($"{i}");
        }

        Assert.False(keys.Contains("b"));
    }

    private int Lines() => host.Log.All.Split('\n').Count(l => l.Contains("rate limit", StringComparison.Ordinal));

    private async Task TakeAsync(int count, string person = "alice", string tenant = BotHost.Tenant)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(New(BotHost.Message(), person, tenant)));
        }
    }

    private async Task<HttpStatusCode> StatusAsync(JsonObject activity)
    {
        using var response = await host.PostAsync(activity);
        return response.StatusCode;
    }

    private JsonObject New(JsonObject activity, string? person = "alice", string tenant = BotHost.Tenant)
    {
        activity["id"] = $"activity-{++activities}";
        activity["from"]!["aadObjectId"] = person;
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"] = null;
        return activity;
    }
}
