using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Channel.Endpoint;
using PimBot.Channel.Schema;
using PimBot.Channel.Tests.Scene;
using PimBot.Channel.Turns;

namespace PimBot.Channel.Tests.Endpoint;

/// <summary>Every delivery is answered in time, and deliveries of one activity share one turn.</summary>
public sealed class TurnTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(7);
    private static readonly TurnResult Done = TurnResult.Answer(InvokeAnswer.Message("Approved."));

    private BotHost host = null!;
    private HeldTurn held = null!;

    public async ValueTask InitializeAsync()
    {
        host = await BotHost.StartAsync();
        held = new HeldTurn(host.Bot);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_click_that_takes_3_seconds_is_answered_with_working_and_finished_later()
    {
        var click = host.PostAsync(BotHost.Click());
        await AdvanceAsync(Prompt);
        Assert.Equal(
            (200, "Working on it. This card changes by itself when it is done."),
            await MessageAsync(await click)
        );
        Assert.Empty(host.Bot.Late);
        held.Ends(Done);
        await LateAsync();
        var (turn, result) = Assert.Single(host.Bot.Late);
        Assert.Equal((host.Bot.Turns[0], Done), (turn, result));
    }

    [Fact]
    public async Task A_click_that_takes_just_less_is_answered_itself_and_no_update_follows()
    {
        var click = host.PostAsync(BotHost.Click());
        await AdvanceAsync(Prompt, TimeSpan.FromMilliseconds(2999));
        held.Ends(Done);
        Assert.Equal((200, "Approved."), await MessageAsync(await click));
        await StopAsync();
        Assert.Empty(host.Bot.Late);
    }

    [Fact]
    public async Task A_click_that_fails_late_is_finished_as_failed()
    {
        var click = host.PostAsync(BotHost.Click());
        await AdvanceAsync(Prompt);
        using var response = await click;
        held.Fails();
        await LateAsync();
        Assert.Null(Assert.Single(host.Bot.Late).Result);
    }

    [Fact]
    public async Task A_late_answer_that_cannot_be_kept_is_tried_again()
    {
        host.Bot.LateFailures = 2;
        var click = host.PostAsync(BotHost.Click());
        await AdvanceAsync(Prompt);
        using var response = await click;
        held.Ends(Done);
        await AdvanceAsync(TimeSpan.FromSeconds(2));
        await AdvanceAsync(TimeSpan.FromSeconds(4));
        await LateAsync();
        Assert.Equal(3, host.Bot.Late.Count);
    }

    [Fact]
    public async Task A_hundred_copies_at_once_are_one_turn_with_one_answer()
    {
        var first = host.PostAsync(BotHost.Click());
        var others = Enumerable.Range(0, 99).Select(_ => host.PostAsync(BotHost.Click())).ToList();
        await host.Clock.TimerAsync(Prompt, count: 100);
        held.Ends(Done);
        foreach (var answer in await Task.WhenAll(others.Prepend(first)))
        {
            Assert.Equal((200, "Approved."), await MessageAsync(answer));
        }

        Assert.Single(host.Bot.Turns);
    }

    [Fact]
    public async Task Copies_of_a_running_turn_join_it()
    {
        var first = host.PostAsync(BotHost.Click());
        await AdvanceAsync(Prompt);
        using var working = await first;
        var second = host.PostAsync(BotHost.Click());
        await host.Clock.TimerAsync(Prompt);
        held.Ends(Done);
        Assert.Equal((200, "Approved."), await MessageAsync(await second));
        Assert.Single(host.Bot.Turns);
        await StopAsync();
        Assert.Single(host.Bot.Late);
    }

    [Fact]
    public async Task Two_deliveries_that_start_a_turn_at_once_start_one()
    {
        var running = host.App.Services.GetRequiredService<RunningTurns>();
        var first = host.PostAsync(BotHost.Click());
        await held.Begun;
        var turn = Assert.Single(host.Bot.Turns);
        Assert.Same(running.Find(turn.Key), running.Start(turn));
        held.Ends(Done);
        using var answer = await first;
        Assert.Single(host.Bot.Turns);
    }

    [Fact]
    public async Task Another_person_does_not_join_a_turn_by_naming_its_activity()
    {
        var first = host.PostAsync(BotHost.Click());
        await held.Begun;
        var foreign = BotHost.Click();
        foreign["from"]!["aadObjectId"] = "mallory";
        host.Bot.Answer = _ => Task.FromResult(TurnResult.Answer(InvokeAnswer.Message("Not for you.")));
        Assert.Equal((200, "Not for you."), await MessageAsync(await host.PostAsync(foreign)));
        held.Ends(Done);
        Assert.Equal((200, "Approved."), await MessageAsync(await first));
    }

    [Fact]
    public async Task A_turn_that_failed_runs_anew_at_the_next_delivery()
    {
        var first = host.PostAsync(BotHost.Message());
        await held.Begun;
        held.Fails();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await first).StatusCode);
        host.Bot.Answer = _ => Task.FromResult(TurnResult.Nothing);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(BotHost.Message())).StatusCode);
        Assert.Equal(2, host.Bot.Turns.Count);
    }

    [Fact]
    public async Task A_sender_who_hangs_up_stops_nothing_and_the_card_gets_the_answer()
    {
        using var patience = new CancellationTokenSource();
        var click = host.PostUntilAsync(patience.Token, BotHost.Click());
        await host.Clock.TimerAsync(Prompt);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => click);
        await host.Clock.NoTimerAsync(Prompt);
        Assert.False(host.Bot.Cancellation.IsCancellationRequested);
        held.Ends(Done);
        await LateAsync();
        Assert.Equal(Done, Assert.Single(host.Bot.Late).Result);
    }

    [Fact]
    public async Task A_slow_message_shows_typing_once_then_asks_for_another_delivery_which_joins()
    {
        var first = host.PostAsync(BotHost.Message());
        await AdvanceAsync(Prompt);
        await AdvanceAsync(Rest);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await first).StatusCode);
        // The typing sign had 10 seconds from the third on: it must have gone before its timer can be told from the next.
        await host.Clock.NoTimerAsync(Prompt);
        var second = host.PostAsync(BotHost.Message());
        await AdvanceAsync(Prompt);
        await host.Clock.TimerAsync(Rest);
        held.Ends();
        Assert.Equal(HttpStatusCode.OK, (await second).StatusCode);
        Assert.Single(host.Bot.Turns);
        var typing = Assert.Single(host.Network.Sent);
        Assert.Equal("typing", (string?)JsonNode.Parse(typing.Body)!["type"]);
        Assert.EndsWith("/v3/conversations/a%3Aconversation/activities", typing.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_replies_are_waited_for_ten_seconds_and_then_asked_for_again_without_typing()
    {
        var activity = BotHost.Message();
        activity["deliveryMode"] = "expectReplies";
        var first = host.PostAsync(activity);
        await AdvanceAsync(Prompt);
        await AdvanceAsync(Rest);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await first).StatusCode);
        var second = host.PostAsync(activity);
        await host.Clock.TimerAsync(Prompt);
        held.Ends(new TurnResult(null, [new Activity { Type = "message", Text = "hello" }]));
        using var answer = await second;
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"text\":\"hello\"", body, StringComparison.Ordinal);
        Assert.Empty(host.Network.Sent);
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    public async Task What_nobody_typed_shows_no_typing(string type)
    {
        var activity = BotHost.Message();
        activity["type"] = type;
        var first = host.PostAsync(activity);
        await AdvanceAsync(Prompt);
        await AdvanceAsync(Rest);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await first).StatusCode);
        Assert.Empty(host.Network.Sent);
        held.Ends();
    }

    [Fact]
    public async Task The_host_waits_for_running_turns_and_takes_no_more()
    {
        var running = host.App.Services.GetRequiredService<RunningTurns>();
        var click = host.PostAsync(BotHost.Click());
        await held.Begun;
        var stop = running.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync(Other())).StatusCode);
        Assert.False(stop.IsCompleted);
        held.Ends(Done);
        await stop;
        Assert.Equal((200, "Approved."), await MessageAsync(await click));
        Assert.Single(host.Bot.Turns);
    }

    [Fact]
    public async Task What_the_host_cannot_wait_for_is_told_to_stop()
    {
        var running = host.App.Services.GetRequiredService<RunningTurns>();
        var message = host.PostAsync(BotHost.Message());
        await held.Begun;
        await running.StopAsync(new CancellationToken(canceled: true));
        Assert.True(host.Bot.Cancellation.IsCancellationRequested);
        held.Fails();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await message).StatusCode);
    }

    [Fact]
    public async Task A_turn_that_hangs_is_told_to_stop_after_two_minutes()
    {
        var message = host.PostAsync(BotHost.Message());
        await held.Begun;
        Assert.False(host.Bot.Cancellation.IsCancellationRequested);
        await host.Clock.TimerAsync(Prompt);
        host.Clock.Advance(RunningTurns.Longest);
        Assert.True(host.Bot.Cancellation.IsCancellationRequested);
        held.Fails();
        using var response = await message;
    }

    private static JsonObject Other()
    {
        var activity = BotHost.Message();
        activity["id"] = "activity-2";
        return activity;
    }

    private async Task AdvanceAsync(TimeSpan awaited, TimeSpan? by = null)
    {
        await host.Clock.TimerAsync(awaited);
        host.Clock.Advance(by ?? awaited);
    }

    private Task LateAsync() =>
        host.Bot.LateOne.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    /// <summary>Waits until nothing runs.</summary>
    private Task StopAsync() =>
        host.App.Services.GetRequiredService<RunningTurns>().StopAsync(TestContext.Current.CancellationToken);

    private static async Task<(int Status, string? Text)> MessageAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var answer = JsonNode.Parse(body)!;
            return ((int)answer["statusCode"]!, (string?)answer["value"]);
        }
    }
}
