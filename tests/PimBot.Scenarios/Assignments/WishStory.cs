using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>Holders ask for more time; administrators of the scope decide.</summary>
public sealed class WishStory
{
    [Fact]
    [Rule("A20")]
    public async Task A_wish_is_granted_with_another_end_and_settles_in_place_for_everybody()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Bob, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        await NearEnd(scene);

        await scene.Erin.Says("extend Exchange Administrator for 6 months because the project goes on");
        scene.Erin.Sees("Waiting for an administrator");
        scene.Frank.Sees("Erin Eriksen asks to extend Exchange Administrator");
        scene.Frank.Sees("Why: the project goes on");
        scene.Bob.Sees("Erin Eriksen asks to extend Exchange Administrator");
        await scene.Frank.Clicks(
            "Approve",
            new
            {
                kind = "eligible",
                period = "30 days",
                reason = "A month is enough.",
            }
        );

        scene.Frank.Sees("Approved by Frank Fischer");
        scene.Bob.Sees("Approved by Frank Fischer");
        Assert.Empty(scene.Bob.Buttons);
        scene.Erin.Sees("A month is enough.");
        var now = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(30), now.End);
    }

    [Fact]
    public async Task Who_could_only_activate_the_right_is_told_to_do_so_and_nobody_else_learns_of_the_request()
    {
        await using var scene = await Scene.StartAsync();
        await AsksForExperiments(scene);
        scene.Bob.Sees("Erin Eriksen asks to extend Virtual Machine Contributor");
        var approve = AssignByFormStory.CardOf(scene.Bob, "Approve");
        approve["data"]!["reason"] = "fine";

        var carols = await scene.Carol.Invokes(approve);
        var bobs = await scene.Bob.Invokes(approve);

        Assert.Contains("There is no such request", carols.Body, StringComparison.Ordinal);
        Assert.Contains("Activate User Access Administrator first", bobs.Body, StringComparison.Ordinal);
        Assert.Contains("activate User Access Administrator at Contoso Sandbox", bobs.Body, StringComparison.Ordinal);
        await scene.Assigns(
            scene.Bob,
            new RoleScope(
                new RoleId("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"),
                new ScopeId("/subscriptions/c0de0002-0000-4000-8000-000000000002")
            ),
            AssignmentType.Active
        );
        await scene.Bob.Says("pending");
        scene.Bob.Sees("Virtual Machine Contributor");
    }

    [Fact]
    public async Task A_wish_is_listed_and_can_be_taken_back_by_who_made_it()
    {
        await using var scene = await Scene.StartAsync();
        await AsksForExperiments(scene);
        Assert.Contains("Cancel request", scene.Erin.Buttons);
        scene.Erin.Sees("Asked: Bob Berg");
        var cancel = AssignByFormStory.CardOf(scene.Erin, "Cancel request");

        Assert.Contains(
            "There is nothing like that of yours",
            (await scene.Carol.Invokes(cancel)).Body,
            StringComparison.Ordinal
        );
        await scene.Erin.Says("my requests");
        scene.Erin.Sees("extend Virtual Machine Contributor: waiting for an administrator");
        await scene.Erin.Says("cancel");
        scene.Erin.Sees("Which request shall be canceled?");
        await scene.Erin.Clicks("Cancel request");

        scene.Erin.Sees("Canceled");
        await scene.Erin.Says("cancel");
        scene.Erin.Sees("You have no open request");
    }

    private static async Task AsksForExperiments(Scene scene)
    {
        await scene.AssignsUntil(
            scene.Erin,
            new RoleScope(
                new RoleId("9980e02c-c2be-4d73-94e8-173b1dc7cf3c"),
                new ScopeId("/subscriptions/c0de0002-0000-4000-8000-000000000002/resourceGroups/experiments")
            ),
            AssignmentType.Eligible,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(10)
        );
        await scene.Erin.Says("extend eligibility Virtual Machine Contributor for 1 month because the project goes on");
        scene.Erin.Sees("Waiting for an administrator");
    }

    [Fact]
    public async Task A_decision_needs_a_reason_and_a_denial_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await NearEnd(scene);
        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");
        var deny = AssignByFormStory.CardOf(scene.Frank, "Deny");

        var answer = await scene.Frank.Invokes(deny);
        Assert.Contains("Give a reason for your decision", answer.Body, StringComparison.Ordinal);
        await scene.Frank.Clicks("Deny", new { reason = "The project is over." });

        scene.Frank.Sees("Denied by Frank Fischer");
        scene.Erin.Sees("The project is over.");
        var now = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(10), now.End);
    }

    [Fact]
    [Rule("A16")]
    public async Task More_time_can_be_asked_for_from_fourteen_days_before_the_end_on()
    {
        await using var scene = await Scene.StartAsync();
        await scene.AssignsUntil(
            scene.Erin,
            AssignmentScene.Exchange,
            AssignmentType.Eligible,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(20)
        );

        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");
        scene.Erin.Sees("More time can be asked for from 14 days before the end on: from Sunday 8 March");
        await scene.Erin.Says("my roles");
        Assert.DoesNotContain("Ask to extend", scene.Erin.Buttons);
        await scene.Advances(TimeSpan.FromDays(6));
        await scene.Erin.Says("my roles");
        await scene.Erin.Clicks("Ask to extend");
        scene.Erin.Sees("Ask to extend Exchange Administrator");
        await scene.Erin.Clicks("Ask", AssignByFormStory.Filled(period: "30 days", reason: "the project goes on"));
        scene.Erin.Sees("Waiting for an administrator");
        await scene.Erin.Says("my roles");

        scene.Erin.Sees("Waiting for an administrator");
        Assert.DoesNotContain("Ask to extend", scene.Erin.Buttons);
    }

    [Fact]
    [Rule("A19")]
    public async Task What_ended_is_renewed_within_thirty_days()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);

        await scene.Erin.Says("renew Virtual Machine Contributor for 1 month because the move took longer");
        scene.Erin.Sees("Waiting for an administrator");
        scene.Carol.Sees("Erin Eriksen asks to renew Virtual Machine Contributor");
        await scene.Carol.Clicks("Approve", new { reason = "As planned." });

        scene.Carol.Sees("Approved by Carol Castillo");
        var now = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Virtual Machine Contributor"));
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(30), now.End);
        await scene.Advances(TimeSpan.FromDays(61));
        await scene.Erin.Says("renew Virtual Machine Contributor for 1 month because the move took longer");
        scene.Erin.Sees("No assignment of yours by that name ended in the last 30 days.");
    }

    [Fact]
    public async Task A_running_activation_is_still_extended_by_the_same_word()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(30));

        await scene.Dan.Says("extend helpdesk for 3h ticket INC-1");

        scene.Dan.Sees("Helpdesk Administrator: more time");
        Assert.Empty(
            await scene.Reads((work, stop) => work.AssignmentRequests.ByAsync(new PersonId(scene.Dan.Id), 5, stop))
        );
    }

    [Fact]
    [Rule("B14")]
    public async Task Pending_shows_administrators_everything_that_waits_to_decide_or_to_cancel()
    {
        await using var scene = await Scene.StartAsync();
        await NearEnd(scene);
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromMinutes(1));
        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");

        await scene.Frank.Says("pending");
        scene.Frank.Sees("What waits 2 requests");
        scene.Frank.Sees("Dan Dubois asks to activate Payments responder");
        scene.Frank.Sees("Erin Eriksen asks to extend Exchange Administrator");
        Assert.Equal(["Decide", "Cancel request", "Decide", "Cancel request"], scene.Frank.Buttons);
        await scene.Frank.Clicks("Cancel request");
        scene.Frank.Sees("The request is canceled.");
        scene.Frank.Sees("1 request");
        scene.Dan.Sees("Canceled by an administrator");
        await scene.Frank.Clicks("Decide");
        await scene.Frank.Clicks(
            "Approve",
            new
            {
                kind = "eligible",
                period = "asked",
                reason = "Go on.",
            }
        );
        scene.Frank.Sees("Approved by Frank Fischer");
        await scene.Frank.Says("pending");
        scene.Frank.Sees("Nothing waits in the scopes that you administer.");

        await scene.Dan.Says("pending");
        scene.Dan.Sees("Nothing to decide");
        scene.Dan.DoesNotSee("Exchange");
    }

    [Fact]
    [Rule("A20")]
    public async Task Nobody_but_administrators_can_see_or_decide_a_wish()
    {
        await using var scene = await Scene.StartAsync();
        await NearEnd(scene);
        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");
        var approve = AssignByFormStory.CardOf(scene.Frank, "Approve");
        approve["data"]!["reason"] = "mine";

        foreach (var person in new[] { scene.Dan, scene.Erin })
        {
            var answer = await person.Invokes(approve);
            Assert.DoesNotContain("Exchange", answer.Body, StringComparison.Ordinal);
        }

        var now = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal(scene.Clock.GetUtcNow() + TimeSpan.FromDays(10), now.End);
    }

    private static Task NearEnd(Scene scene) =>
        scene.AssignsUntil(
            scene.Erin,
            AssignmentScene.Exchange,
            AssignmentType.Eligible,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(10)
        );
}
