using PimBot.Scenarios.Approvals;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

/// <summary>The rows of the deployment plan's tables of settings and of its test table, on the demo directory.</summary>
public sealed class ExamplePolicyStory
{
    [Fact]
    public async Task Global_Administrator_needs_MFA_ticket_and_approval_the_approver_is_told_and_it_expires_after_an_hour()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(
            "activate Global Administrator for 2h because tenant settings must change ticket INC-1234"
        );
        scene.Alice.Sees("The longest for this role is 1 hour.");
        await scene.Alice.Says("1h");
        scene.Alice.Sees("Verify it’s you to go on");

        await scene.Passes(scene.Alice);
        foreach (var other in new[] { scene.Bob, scene.Carol })
        {
            other.Sees("Alice Andersen asks for Global Administrator");
        }

        await scene.Bob.Clicks("Approve", new { reason = "planned change" });
        scene.Alice.Sees("Active until today at 10:00 (UTC+1)");
        scene.Frank.Sees("Alice Andersen activated Global Administrator");
        Assert.Equal([Contoso.GlobalAdministrator.Role.Value], await scene.HeldAtTarget(scene.Alice));

        await scene.Advances(TimeSpan.FromHours(1));
        scene.Alice.Sees("Ended today at 10:00 (UTC+1)");
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Global_Administrator_without_a_ticket_is_asked_for_one()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate Global Administrator for 1h because tenant settings must change");

        scene.Alice.Sees("ticket");
        await scene.Alice.Says("INC-1234");
        scene.Alice.Sees("Verify it’s you to go on");
    }

    [Fact]
    public async Task Global_Administrator_has_nobody_permanent_but_the_two_emergency_accounts()
    {
        await using var scene = await Scene.StartAsync();

        foreach (var person in scene.People)
        {
            Assert.Equal(
                person.Name.StartsWith("Emergency access", StringComparison.Ordinal),
                (await scene.Holds(person)).Contains("Global Administrator")
            );
        }
    }

    [Fact]
    public async Task Exchange_Administrator_needs_MFA_no_ticket_no_approval_and_lasts_two_hours_at_most()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("activate Exchange Administrator for 2h because mailbox migration");
        scene.Alice.Sees("Verify it’s you to go on");

        await scene.Passes(scene.Alice);

        scene.Alice.Sees("Active until today at 11:00 (UTC+1)");
        scene.Frank.Sees("Alice Andersen activated Exchange Administrator");
        await scene.Advances(TimeSpan.FromHours(2));
        scene.Alice.Sees("Ended today at 11:00 (UTC+1)");
        await scene.Alice.Says("activate Exchange Administrator for 121 min because mailbox migration");
        scene.Alice.Sees("The longest for this role is 2 hours.");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Helpdesk_Administrator_needs_a_ticket_no_MFA_no_approval_tells_nobody_and_lasts_eight_hours()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Helpdesk Administrator for 8h");
        scene.Dan.Sees("ticket");
        await scene.Dan.Says("INC-1234");

        scene.Dan.Sees("Active until today at 17:00 (UTC+1)");
        Assert.DoesNotContain("Dan", scene.Frank.Chat.ToString(), StringComparison.Ordinal);
        await scene.Advances(TimeSpan.FromHours(8));
        scene.Dan.Sees("Ended today at 17:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Owner_of_the_critical_subscription_needs_MFA_and_approval_by_the_other_owners_and_lasts_an_hour()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate Owner for 1h because the subscription must be moved");
        scene.Dan.Sees("Verify it’s you to go on");
        await scene.Passes(scene.Dan);
        scene.Dan.Sees("Asked: Carol Castillo, Erin Eriksen");

        await scene.Erin.Clicks("Approve", new { reason = "agreed" });

        scene.Dan.Sees("Active until today at 10:00 (UTC+1)");
        scene.Frank.Sees("Dan Dubois activated Owner");
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Owner_of_the_critical_subscription_is_no_longer_eligible_after_three_months()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(TimeSpan.FromDays(89));
        await scene.Erin.Says("my roles");
        scene.Erin.Sees("Owner");

        await scene.Advances(TimeSpan.FromDays(1));

        await scene.Erin.Says("my roles");
        scene.Erin.DoesNotSee("[Activate Owner]");
        await scene.Erin.Says("activate Owner for 1h because the subscription must be moved");
        scene.Erin.Sees("eligibility for Owner ended today");
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task User_Access_Administrator_of_the_less_critical_one_needs_MFA_no_approval_lasts_an_hour_and_its_eligibility_ends()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Erin.Says("activate User Access Administrator for 1h because a colleague needs access");
        scene.Erin.Sees("Verify it’s you to go on");
        await scene.Passes(scene.Erin);
        scene.Erin.Sees("Active until today at 10:00 (UTC+1)");
        scene.Frank.Sees("Erin Eriksen activated User Access Administrator");

        await scene.Advances(TimeSpan.FromDays(60));

        scene.Erin.Sees("Ended Monday 2 March at 10:00 (UTC+1)");
        await scene.Erin.Says("activate User Access Administrator for 1h because a colleague needs access");
        scene.Erin.Sees("Your eligibility for User Access Administrator ended");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Virtual_Machine_Contributor_needs_neither_MFA_nor_approval_tells_the_administrators_and_lasts_three_hours()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Virtual Machine Contributor for 3h because patches must be installed");

        scene.Dan.Sees("Active until today at 12:00 (UTC+1)");
        scene.Frank.Sees("Dan Dubois activated Virtual Machine Contributor");
        await scene.Advances(TimeSpan.FromHours(3));
        scene.Dan.Sees("Ended today at 12:00 (UTC+1)");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Virtual_Machine_Contributor_is_no_longer_eligible_after_six_months()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Advances(TimeSpan.FromDays(180));

        await scene.Dan.Says("activate Virtual Machine Contributor for 1h because patches must be installed");
        scene.Dan.Sees("Your eligibility for Virtual Machine Contributor ended today at 10:00 (UTC+2)");
    }

    [Fact]
    [Rule("A25")]
    public async Task An_activation_never_outlives_the_eligibility_that_it_comes_from()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(TimeSpan.FromDays(60) - TimeSpan.FromMinutes(20));

        await scene.Erin.Says("activate User Access Administrator for 1h because a colleague needs access");
        await scene.Passes(scene.Erin);
        scene.Erin.Sees("Active until today at 10:00 (UTC+2)");
        scene.Erin.Sees("20 minutes left");

        await scene.Advances(TimeSpan.FromMinutes(20));
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));
        await scene.BooksBalance();
    }
}
