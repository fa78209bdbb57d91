using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class DecisionStory
{
    [Fact]
    [Rule("C6", "F2")]
    public async Task The_first_approval_settles_it_for_everybody()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Clicks("Approve", new { reason = "refunds are urgent" });

        scene.Frank.Sees("Approved by Frank Fischer, today at 09:00 (UTC+1)");
        Assert.Empty(scene.Frank.Buttons);
        scene.Erin.Sees("Approved by Frank Fischer, today at 09:00 (UTC+1)");
        Assert.Empty(scene.Erin.Buttons);
        Assert.Equal(2, scene.Erin.Chat.Messages.Count(message => message.IsFromBot));
        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        scene.Dan.Sees("Frank Fischer wrote: refunds are urgent");
        Assert.Equal([Contoso.Payments.Role.Value], await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("F3")]
    public async Task A_denial_grants_nothing_and_the_requester_reads_the_reason()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Erin.Clicks("Deny", new { reason = "ask the payments team first" });

        scene.Erin.Sees("Denied by Erin Eriksen");
        scene.Frank.Sees("Denied by Erin Eriksen");
        scene.Dan.Sees("Denied by Erin Eriksen, today at 09:00 (UTC+1)");
        scene.Dan.Sees("Erin Eriksen wrote: ask the payments team first");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("B4")]
    public async Task The_time_runs_from_the_grant_and_not_from_the_request()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromHours(3));

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until today at 14:00 (UTC+1)");
    }

    [Theory]
    [InlineData("Approve", "Approve")]
    [InlineData("Approve", "Deny")]
    [InlineData("Deny", "Deny")]
    public async Task Of_two_at_once_one_wins_and_the_other_sees_who_did(string first, string second)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await Task.WhenAll(
            scene.Erin.Clicks(first, new { reason = "Erin decides" }),
            scene.Frank.Clicks(second, new { reason = "Frank decides" })
        );

        var decision = (await scene.TheRequestOf(scene.Dan)).Decision!;
        var winner = scene.Person(decision.By.Value);
        var loser = winner == scene.Erin ? scene.Frank : scene.Erin;
        loser.Sees($"by {winner.Name}, today at 09:00");
        Assert.Contains($"{winner.Name} decided this already", loser.LastAnswer!.Words(), StringComparison.Ordinal);
        scene.Dan.Sees($"{winner.Name} wrote: {decision.Reason}");
        Assert.Equal(
            1,
            await scene.CountsAudited(AuditAction.RequestApproved)
                + await scene.CountsAudited(AuditAction.RequestDenied)
        );
        await scene.BooksBalance();
    }

    [Fact]
    public async Task One_person_on_two_devices_decides_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");
        var phone = scene.Frank.OnDevice("iOS");

        await Task.WhenAll(
            scene.Frank.ClicksOn(card, "Approve", new { reason = "from my desk" }),
            phone.ClicksOn(card, "Deny", new { reason = "from my phone" })
        );
        await scene.Frank.ClicksOn(card, "Deny", new { reason = "changed my mind" });

        scene.Frank.Sees("Frank Fischer decided this already");
        Assert.Equal(
            1,
            await scene.CountsAudited(AuditAction.RequestApproved)
                + await scene.CountsAudited(AuditAction.RequestDenied)
        );
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Approving_while_the_requester_cancels_ends_in_one_of_the_two()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await Task.WhenAll(scene.Frank.Clicks("Approve", new { reason = "go" }), scene.Dan.Clicks("Cancel request"));

        var request = await scene.TheRequestOf(scene.Dan);
        Assert.True(request.State is RequestState.Canceled or RequestState.Provisioned, request.State.ToString());
        Assert.Equal(
            request.State is RequestState.Provisioned ? [Contoso.Payments.Role.Value] : [],
            await scene.HeldAtTarget(scene.Dan)
        );
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("B13")]
    public async Task A_canceled_request_disappears_from_the_approvers()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var old = scene.Frank.CardWith("Approve");

        await scene.Dan.Clicks("Cancel request");
        scene.Frank.Sees("Canceled by Dan Dubois; there is nothing to decide");
        scene.Erin.Sees("Canceled by Dan Dubois; there is nothing to decide");

        await scene.Frank.ClicksOn(old, "Approve", new { reason = "too late" });
        scene.Frank.Sees("Canceled by Dan Dubois");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }
}
