using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Replicas;

/// <summary>The channel delivers one activity many times, to whichever replica: it has one effect and one answer.</summary>
public sealed class RedeliveryToReplicas
{
    private const int Copies = 100;

    [Fact]
    public async Task A_hundred_copies_of_one_message_make_one_request_and_one_card_each()
    {
        await using var replicas = await ReplicaScene.StartAsync();
        var scene = replicas.Scene;
        var ask = scene.Dan.Writes(Contoso.AskForPayments);

        var answers = await replicas.Delivers(ask, Copies);
        await replicas.DrainsAsync();

        Assert.All(answers, answer => Assert.Equal((200, ""), answer));
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ActivationRequested));
        Assert.Single(scene.Frank.Messages, message => Shows(message, "Dan Dubois asks for"));
        Assert.Single(scene.Dan.Messages, message => Shows(message, "Waiting for approval"));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_hundred_copies_of_one_click_decide_once_and_are_answered_alike()
    {
        await using var replicas = await ReplicaScene.StartAsync();
        var scene = replicas.Scene;
        await replicas.Delivers(scene.Dan.Writes(Contoso.AskForPayments), 1);
        await replicas.DrainsAsync();
        var card = scene.Frank.CardWith("Approve");
        var click = scene.Frank.WouldClick(card, card.Action("Approve"));

        var answers = await replicas.Delivers(click, Copies);
        await replicas.DrainsAsync();

        var answer = Assert.Single(answers.Distinct());
        Assert.Equal(200, answer.Status);
        Assert.Contains("Approved by Frank Fischer", answer.Body, StringComparison.Ordinal);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestApproved));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessGranted));
        Assert.Equal(0, await scene.CountsAudited(AuditAction.DecisionRefused));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Different_clicks_of_both_approvers_on_all_replicas_settle_it_once()
    {
        await using var replicas = await ReplicaScene.StartAsync();
        var scene = replicas.Scene;
        await replicas.Delivers(scene.Dan.Writes(Contoso.AskForPayments), 1);
        await replicas.DrainsAsync();
        var clicks = Enumerable
            .Range(0, 30)
            .Select(i =>
            {
                var who = i % 2 == 0 ? scene.Frank : scene.Erin;
                var card = who.CardWith("Approve");
                return who.WouldClick(card, card.Action(i % 3 == 0 ? "Deny" : "Approve"));
            })
            .ToList();

        var answers = (await Task.WhenAll(clicks.Select(click => replicas.Delivers(click, 3)))).SelectMany(a => a);
        await replicas.DrainsAsync();

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var decided =
            await scene.CountsAudited(AuditAction.RequestApproved)
            + await scene.CountsAudited(AuditAction.RequestDenied);
        Assert.Equal(1, decided);
        await scene.BooksBalance();
    }

    private static bool Shows(ChatMessage message, string text) =>
        message.Card?.ToJsonString().Contains(text, StringComparison.Ordinal) is true;
}
