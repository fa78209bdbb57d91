using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Approvals;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

public sealed class EndStory
{
    [Fact]
    [Rule("F3")]
    public async Task At_its_end_access_is_removed_at_the_target_and_the_person_is_told()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(["Helpdesk Administrator"], await scene.Holds(scene.Dan));

        await scene.Advances(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(["Helpdesk Administrator"], await scene.Holds(scene.Dan));
        await scene.Advances(TimeSpan.FromSeconds(1));

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Empty(await scene.Holds(scene.Dan));
        scene.Dan.Sees("Ended today at 11:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task End_now_removes_access_at_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(5));

        await scene.Dan.Clicks("End now");

        scene.Dan.Sees("Ended by you, today at 09:05 (UTC+1)");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromHours(2));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessEnded));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Nobody_ends_what_another_person_holds()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(5));
        var action = scene.Dan.CardWith("End now").Action("End now", reason: null);

        foreach (var other in new[] { scene.Frank, scene.Grace })
        {
            var answer = await other.Invokes(action);
            Assert.Contains("is not active for you now", answer.Words(), StringComparison.Ordinal);
        }

        Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task Ending_now_in_the_moment_of_expiry_removes_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        scene.Clock.Jump(TimeSpan.FromHours(2) - TimeSpan.FromTicks(1));

        await Task.WhenAll(scene.Dan.Clicks("End now"), scene.Advances(TimeSpan.FromSeconds(1)));

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessEnded));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessRevoked));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task One_activation_ending_leaves_another_of_the_same_role_elsewhere()
    {
        await using var scene = await Scene.StartAsync();
        var production = new RoleScope(
            new RoleId("9980e02c-c2be-4d73-94e8-173b1dc7cf3c"),
            new ScopeId("/subscriptions/c0de0001-0000-4000-8000-000000000001/resourceGroups/payments")
        );
        await scene.Assigns(scene.Dan, production, AssignmentType.Eligible);
        await scene.Dan.Says("activate Virtual Machine Contributor payments for 1h because patches");
        await scene.Dan.Says("activate Virtual Machine Contributor experiments for 3h because patches");
        Assert.Equal(2, (await scene.HeldAtTarget(scene.Dan)).Count);

        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Equal([production.Role.Value], await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_standing_assignment_made_meanwhile_stays_when_the_activation_ends()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Assigns(scene.Dan, Contoso.Helpdesk, AssignmentType.Active);

        await scene.Advances(TimeSpan.FromHours(2));

        Assert.Equal(["Helpdesk Administrator"], await scene.Holds(scene.Dan));
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        scene.Dan.Sees("You already hold Helpdesk Administrator");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_was_at_the_target_before_is_not_taken_away()
    {
        await using var scene = await Scene.StartAsync();
        var older = new TargetGrant(new GrantId(Guid.NewGuid()), new PersonId(scene.Dan.Id), Contoso.Helpdesk);
        await scene.Target().EnsureAsync(older, scene.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Advances(TimeSpan.FromHours(2));

        Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_requester_who_was_disabled_after_the_approval_gets_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate Payments responder for 1h from today 15:00 because refunds are stuck");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await scene.Disables(scene.Dan);

        await scene.Advances(TimeSpan.FromHours(6));

        var request = await scene.TheRequestOf(scene.Dan);
        Assert.Equal(RequestState.Failed, request.State);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_requester_who_lost_the_eligibility_before_the_start_gets_nothing_and_is_told_why()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate Payments responder for 1h from today 15:00 because refunds are stuck");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await scene.RemovesAssignments(Contoso.Payments, scene.Dan);

        await scene.Advances(TimeSpan.FromHours(6));

        scene.Dan.Sees("Not granted");
        scene.Dan.Sees("You are not eligible for Payments responder");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }
}
