using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class ApprovalCardStory
{
    [Fact]
    public async Task Each_approver_gets_a_card_with_everything_that_a_decision_needs()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Payments responder for 2h because refunds are stuck ticket INC-1234");

        foreach (var approver in new[] { scene.Erin, scene.Frank })
        {
            approver.Sees("Dan Dubois asks for Payments responder");
            approver.Sees("Who: Dan Dubois (dan@contoso.example)");
            approver.Sees("Where: Payments responders");
            approver.Sees("For: 2 hours");
            approver.Sees("Ticket: INC-1234");
            approver.Sees("Asked: today at 09:00 (UTC+1)");
            approver.Sees("Decide by: tomorrow at 09:00 (UTC+1), 1 day left");
            approver.Sees("Holds now: nothing");
            approver.Sees("Why: refunds are stuck");
            Assert.Equal(["Approve", "Deny"], approver.Buttons);
        }

        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task The_requester_is_told_who_was_asked_and_until_when()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Waiting for approval");
        scene.Dan.Sees("Approvers have until tomorrow at 09:00 (UTC+1).");
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        Assert.Equal(["Cancel request"], scene.Dan.Buttons);
    }

    [Fact]
    public async Task A_guest_who_asks_is_marked_as_one()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Grace, Contoso.Payments, AssignmentType.Eligible);

        await scene.Grace.Says(Contoso.AskForPayments);

        scene.Frank.Sees("Grace Gallo (Fabrikam) asks for Payments responder");
        scene.Frank.Sees("grace_fabrikam.example#EXT#@contoso.example), guest");
    }

    [Fact]
    public async Task What_the_person_holds_already_is_on_the_card()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees("Holds now: Helpdesk Administrator");
    }

    [Fact]
    public async Task A_start_that_lies_ahead_is_on_the_card()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Payments responder for 2h from tomorrow 9:00 because refunds are stuck");

        scene.Frank.Sees("Starts: tomorrow at 09:00 (UTC+1)");
    }

    [Fact]
    [Rule("C7")]
    public async Task A_decision_without_a_reason_is_refused_and_the_card_says_so()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");

        foreach (var empty in new[] { null, "", "   ", "\u200b" })
        {
            foreach (var button in new[] { "Approve", "Deny" })
            {
                var answer = await scene.Frank.Invokes(card.Action(button, empty), card.Id);

                Assert.Contains("Give a reason for your decision", answer.Words(), StringComparison.Ordinal);
                Assert.Contains("[Approve]", answer.Words(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        await Assert.ThrowsAnyAsync<Exception>(() => scene.Frank.Clicks("Approve"));
    }

    [Fact]
    public async Task A_reason_that_forges_a_card_is_shown_as_plain_words()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(
            "activate Payments responder for 1h because [Approved by Carol](https://evil.example) **now** {{DATE(2026-01-01T00:00:00Z)}}"
        );
        scene.Frank.Sees("[Approved by Carol](https://evil.example) **now** {{DATE(2026-01-01T00:00:00Z)}}");

        await scene.Frank.Clicks("Deny", new { reason = "No.\nApproved by Carol Castillo, today" });
        scene.Dan.Sees("Denied by Frank Fischer");
        scene.Dan.Sees("Frank Fischer wrote: No. Approved by Carol Castillo, today");
    }
}
