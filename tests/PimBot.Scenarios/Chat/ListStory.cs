using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Reviews;
using PimBot.Testing;

namespace PimBot.Scenarios.Chat;

public sealed class ListStory
{
    [Fact]
    public async Task My_roles_shows_what_can_be_activated_what_is_active_and_what_waits()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromMinutes(30));

        await scene.Dan.Says("my roles");

        scene.Dan.Sees(
            "Helpdesk Administrator Contoso. Active until today at 11:00 (UTC+1), 1 hour 30 minutes left | [End now]"
        );
        scene.Dan.Sees("Payments responder Payments responders. Waiting for approval | [Show]");
        scene.Dan.Sees(
            "Owner Contoso Production. Up to 1 hour; eligible until Saturday 16 May at 10:00 (UTC+2) | [Activate]"
        );
        scene.Dan.DoesNotSee("Exchange");
    }

    [Fact]
    public async Task What_is_held_by_assignment_is_shown_as_always_active()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("my roles");
        scene.Frank.Sees("Always active: Privileged Role Administrator, Security Administrator");
        await scene.Frank.Says("status");
        scene.Frank.Sees("Security Administrator Contoso. Always active");
        Assert.DoesNotContain("End now", scene.Frank.Buttons);
    }

    [Fact]
    public async Task My_requests_shows_each_with_its_state_newest_first_and_the_open_one_on_top()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromMinutes(1));
        await scene.Dan.Says("activate helpdesk for 10 min ticket INC-1");
        await scene.Advances(TimeSpan.FromMinutes(10));

        await scene.Dan.Says("my requests");

        scene.Dan.Sees(
            "Your requests Payments responder: Waiting for approval Payments responders. Asked today at 09:00 (UTC+1)"
        );
        scene.Dan.Sees("Approvers have until tomorrow at 09:00 (UTC+1).");
        scene.Dan.Sees("Helpdesk Administrator: Ended today at 09:11 (UTC+1)");
        Assert.Equal(["Show", "Cancel request"], scene.Dan.Buttons);
    }

    [Fact]
    public async Task Cancel_without_a_question_offers_the_open_requests_only()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("cancel");
        scene.Dan.Sees("You have no open request, so there is nothing to cancel.");
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Dan.Says("cancel my request");
        scene.Dan.Sees("Which request shall be canceled? Payments responder: Waiting for approval");
        scene.Dan.DoesNotSee("Helpdesk");
        await scene.Dan.Clicks("Cancel request");

        scene.Dan.Sees("Canceled by you, today at 09:00 (UTC+1)");
        scene.Frank.Sees("Canceled by Dan Dubois; there is nothing to decide");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Status_says_what_is_active_what_waits_and_what_is_to_decide()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("status");
        scene.Dan.Sees("Your status No privileged role is active.");
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromMinutes(45));

        await scene.Dan.Says("status");
        scene.Dan.Sees("Helpdesk Administrator Contoso. 1 hour 15 minutes left, until today at 11:00 (UTC+1)");
        scene.Dan.Sees("Payments responder: Waiting for approval");
        await scene.Erin.Says("status");
        scene.Erin.Sees("1 request waits for your decision.");
        Assert.Equal(["Approvals", "My roles"], scene.Erin.Buttons);
    }

    [Fact]
    public async Task Approvals_brings_what_waits_once_more_as_a_card_that_can_be_decided()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Erin.Says("approvals");
        scene.Erin.Sees("Nothing to decide No request waits for your decision.");
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Erin.Says("what do I have to approve?");
        scene.Erin.Sees("Dan Dubois asks for Payments responder");
        Assert.Equal(["Approve", "Deny"], scene.Erin.Buttons);
        await scene.Dan.Says("approvals");
        scene.Dan.Sees("No request waits for your decision.");
    }

    [Theory]
    [InlineData("approvals")]
    [InlineData("approve Erin")]
    public async Task Approvals_says_what_waits_for_an_administrator_under_pending(string words)
    {
        await using var scene = await Scene.StartAsync();
        var end = scene.Clock.GetUtcNow() + TimeSpan.FromDays(10);
        await scene.AssignsUntil(scene.Erin, ReviewScene.Exchange, AssignmentType.Eligible, end);
        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");

        await scene.Frank.Says(words);

        scene.Frank.Sees("No activation waits for your approval. 1 request waits in the scopes that you administer.");
        Assert.Equal(["Pending"], scene.Frank.Buttons);
        await scene.Frank.Clicks("Pending");
        Assert.Contains("Decide", scene.Frank.Buttons);
        await scene.Dan.Says("approvals");
        scene.Dan.Sees("Nothing to decide");
    }

    [Theory]
    [InlineData("approvals")]
    [InlineData("deny Alice")]
    public async Task Approvals_says_which_reviews_wait_for_an_answer(string words)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);

        await scene.Bob.Says(words);

        scene.Bob.Sees("2 answers are asked of you in access reviews.");
        Assert.Equal(["Reviews"], scene.Bob.Buttons);
        await scene.Bob.Clicks("Reviews");
        Assert.Contains("Begin", scene.Bob.Buttons);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("hlep")]
    [InlineData("Hello!")]
    [InlineData("what can you do?")]
    [InlineData("")]
    [InlineData("\u200b\u202e")]
    public async Task Help_says_what_can_be_said_and_silence_is_never_the_answer(string text)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(text);

        scene.Dan.Sees("What I can do");
        scene.Dan.Sees("activate: “activate Exchange Administrator for 2h because mailbox migration”");
        Assert.Equal(["My roles", "Activate a role", "My requests", "Approvals", "Status"], scene.Dan.Buttons);
    }

    [Fact]
    public async Task An_unknown_text_gets_the_likely_commands_as_buttons_or_the_usual_ones()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("coffee machine broken again");
        scene.Dan.Sees("I did not understand that This is what you can say, among other things:");
        Assert.Equal(["My roles", "Activate", "Status", "Help"], scene.Dan.Buttons);
        await scene.Dan.Says("something about my request from yesterday evening");
        scene.Dan.Sees("I did not understand that Did you mean one of these?");
        Assert.Contains("My requests", scene.Dan.Buttons);
        await scene.Dan.Clicks("My requests");
        scene.Dan.Sees("You have not asked for anything yet.");
    }
}
