using System.Net;
using PimBot.Channel.Connector;
using PimBot.Channel.Schema;
using PimBot.Channel.Tests.Scene;

namespace PimBot.Channel.Tests.Connector;

public sealed class PacingTests : IDisposable
{
    private readonly ConnectorScene scene = new();

    [Fact]
    public async Task The_eighth_send_waits_a_second_and_the_ninth_another()
    {
        await SendAsync(7);
        var eighth = scene.SendAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(eighth.IsCompleted);
        Assert.Equal(7, scene.Network.Sent.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(SendOutcomeKind.Delivered, (await eighth).Kind);

        var ninth = scene.SendAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(ninth.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(SendOutcomeKind.Delivered, (await ninth).Kind);
    }

    [Fact]
    public async Task Updates_and_deletions_count_as_sends()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await SendAsync(3);
        for (var i = 0; i < 2; i++)
        {
            await scene.Client.UpdateAsync(ConnectorScene.Reference, "1", new Activity(), cancellation);
            await scene.Client.DeleteAsync(ConnectorScene.Reference, "1", cancellation);
        }

        var eighth = scene.Client.UpdateAsync(ConnectorScene.Reference, "1", new Activity(), cancellation);
        Assert.Equal(7, scene.Network.Sent.Count);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SendOutcomeKind.Delivered, (await eighth).Kind);
    }

    [Fact]
    public async Task Other_conversations_do_not_wait()
    {
        await SendAsync(7);
        var other = await scene.SendAsync(ConnectorScene.Reference with { ConversationId = "another" });
        Assert.Equal(SendOutcomeKind.Delivered, other.Kind);
    }

    [Fact]
    public async Task What_must_wait_longer_is_given_back_unsent_with_the_time_to_wait()
    {
        for (var i = 0; i < 60; i++)
        {
            await SendAsync(1);
            scene.Clock.Advance(TimeSpan.FromSeconds(0.3));
        }

        var outcome = await scene.SendAsync();

        Assert.Equal(SendOutcomeKind.HeldBack, outcome.Kind);
        Assert.Equal(12, outcome.RetryAfter!.Value.TotalSeconds, 1);
        Assert.Equal(60, scene.Network.Sent.Count);
        scene.Clock.Advance(outcome.RetryAfter.Value);
        Assert.Equal(SendOutcomeKind.Delivered, (await scene.SendAsync()).Kind);
    }

    [Fact]
    public async Task All_of_a_tenants_conversations_together_keep_to_fifty_a_second()
    {
        for (var i = 0; i < 50; i++)
        {
            await scene.SendAsync(ConnectorScene.Reference with { ConversationId = $"c{i}" });
        }

        var next = scene.SendAsync(ConnectorScene.Reference with { ConversationId = "next" });
        var elsewhere = scene.SendAsync(ConnectorScene.Reference with { ConversationId = "else", TenantId = "other" });
        Assert.Equal(SendOutcomeKind.Delivered, (await elsewhere).Kind);
        Assert.False(next.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SendOutcomeKind.Delivered, (await next).Kind);
    }

    [Theory]
    [InlineData(429, "17", 17)]
    [InlineData(503, "17", 17)]
    [InlineData(429, "Sun, 01 Mar 2026 12:00:30 GMT", 30)]
    [InlineData(429, "86400", 3600)]
    [InlineData(429, "Sun, 01 Mar 2099 12:00:30 GMT", 3600)]
    public async Task A_conversation_that_the_channel_holds_back_gets_nothing_until_then(
        int status,
        string header,
        int seconds
    )
    {
        Answer(status, header);
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await scene.SendAsync()).RetryAfter);
        Answer(200, null);

        scene.Clock.Advance(TimeSpan.FromSeconds(seconds - 5));
        var another = await scene.SendAsync();
        var elsewhere = await scene.SendAsync(ConnectorScene.Reference with { ConversationId = "another" });
        Assert.Equal((SendOutcomeKind.HeldBack, TimeSpan.FromSeconds(5)), (another.Kind, another.RetryAfter));
        Assert.Equal(SendOutcomeKind.Delivered, elsewhere.Kind);
        Assert.Equal(2, scene.Network.Sent.Count);

        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(SendOutcomeKind.Delivered, (await scene.SendAsync()).Kind);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_while_the_channel_asks_for_patience_has_it_too()
    {
        await SendAsync(6);
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Network.Answer = async (_, _) =>
        {
            arrived.SetResult();
            await release.Task;
            return Throttled("60");
        };
        var throttled = scene.SendAsync();
        await arrived.Task;
        var waiting = scene.SendAsync();
        release.SetResult();
        await throttled;

        scene.Clock.Advance(TimeSpan.FromSeconds(1));

        var outcome = await waiting;
        Assert.Equal((SendOutcomeKind.HeldBack, TimeSpan.FromSeconds(59)), (outcome.Kind, outcome.RetryAfter));
        Assert.Equal(7, scene.Network.Sent.Count);
    }

    [Fact]
    public async Task A_send_that_is_held_back_is_no_warning_in_the_log()
    {
        Answer(429, "60");
        await scene.SendAsync();
        var before = scene.Log.All;
        await scene.SendAsync();
        Assert.Equal(before, scene.Log.All);
    }

    [Fact]
    public async Task Conversations_are_forgotten_after_an_hour()
    {
        for (var i = 0; i < 40; i++)
        {
            await scene.SendAsync(ConnectorScene.Reference with { ConversationId = $"c{i}" });
        }

        Assert.Equal(41, scene.Pace.Remembered);
        scene.Clock.Advance(TimeSpan.FromMinutes(61));
        await scene.SendAsync();
        Assert.Equal(2, scene.Pace.Remembered);
    }

    public void Dispose() => scene.Dispose();

    private static HttpResponseMessage Throttled(string retryAfter, int status = 429)
    {
        var response = StubHandler.Json("", (HttpStatusCode)status);
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }

    private void Answer(int status, string? retryAfter) =>
        scene.Network.Answer = (_, _) =>
            Task.FromResult(retryAfter is null ? StubHandler.Json("{}") : Throttled(retryAfter, status));

    private async Task SendAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await scene.SendAsync();
        }
    }
}
