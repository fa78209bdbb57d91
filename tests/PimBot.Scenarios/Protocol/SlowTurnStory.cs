using System.Net;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

/// <summary>Work that takes longer than a client waits: answered in time, and brought to the card when it is done.</summary>
public sealed class SlowTurnStory
{
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(3);

    private readonly SlowTurns slow = new();

    [Fact]
    public async Task A_slow_click_is_worked_on_and_its_card_gets_the_answer_once()
    {
        await using var scene = await Scene.StartAsync(slow.Options);
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");

        Assert.Equal(
            "Working on it. This card changes by itself when it is done.",
            (await ClickSlowlyAsync(scene, card, reason: null)).Words()
        );
        Assert.Equal(card, Present(scene, card));
        await FinishAsync(scene);

        Assert.Equal(card.UpdatedCount + 1, Present(scene, card).UpdatedCount);
        Assert.Contains("Give a reason for your decision", scene.Frank.Chat.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_approval_counts_once_although_it_is_delivered_again()
    {
        await using var scene = await Scene.StartAsync(slow.Options);
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");
        await ClickSlowlyAsync(scene, card, "go");
        await FinishAsync(scene);

        Assert.Contains(
            "Approved by Frank Fischer",
            (await scene.Frank.Redelivers()).Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("Approved by Frank Fischer", scene.Frank.Chat.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestApproved));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_slow_click_that_fails_says_so_in_the_chat()
    {
        await using var scene = await Scene.StartAsync(slow.Options);
        scene.ExpectsError("failed");
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");
        await ClickSlowlyAsync(scene, card, "go");
        slow.Fail();
        await slow.Finished;
        await scene.DrainAsync();

        Assert.Equal(card, Present(scene, card));
        Assert.Single(
            scene.Frank.Chat.Messages,
            m =>
                m.Text.StartsWith(
                    "What you just did took long, and in the end it did not work.",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(0, await scene.CountsAudited(AuditAction.RequestApproved));
    }

    [Fact]
    public async Task A_slow_refresh_is_not_brought_by_an_update()
    {
        await using var scene = await Scene.StartAsync(slow.Options);
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");
        slow.Shut();
        var refresh = scene.Frank.Refreshes(card, card.Action("Approve"));
        await PassAsync(scene);
        await refresh;
        var messages = scene.Frank.Chat.Messages.Count;
        await FinishAsync(scene);

        Assert.Equal(card, Present(scene, card));
        Assert.Equal(messages, scene.Frank.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_slow_message_is_asked_for_again_and_has_one_effect()
    {
        await using var scene = await Scene.StartAsync(slow.Options);
        slow.Shut();
        var first = scene.Dan.Sends(a => a["text"] = Contoso.AskForPayments);
        await PassAsync(scene);
        await scene.Clock.TimerAsync(TimeSpan.FromSeconds(7));
        scene.Clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await first).Status);
        var second = scene.Dan.Redelivers();
        slow.Release();

        Assert.Equal(HttpStatusCode.OK, (await second).Status);
        await scene.DrainAsync();
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ActivationRequested));
        await scene.BooksBalance();
    }

    private async Task<BotAnswer> ClickSlowlyAsync(Scene scene, ChatMessage card, string? reason)
    {
        slow.Shut();
        var click = scene.Frank.Invokes(card.Action("Approve", reason), card.Id);
        await PassAsync(scene);
        return await click;
    }

    private static async Task PassAsync(Scene scene)
    {
        await scene.Clock.TimerAsync(Prompt);
        scene.Clock.Advance(Prompt);
    }

    private async Task FinishAsync(Scene scene)
    {
        slow.Release();
        await slow.Finished;
        await scene.DrainAsync();
    }

    private static ChatMessage Present(Scene scene, ChatMessage card) =>
        scene.Frank.Chat.Messages.Single(m => m.Id == card.Id);
}
