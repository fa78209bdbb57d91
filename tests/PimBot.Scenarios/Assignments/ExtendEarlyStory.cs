using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>Whoever says "extend" too early learns when it can be said, and who wants a second assignment learns that there is one.</summary>
public sealed class ExtendEarlyStory
{
    [Fact]
    public async Task Extend_before_the_last_fourteen_days_says_from_when_on()
    {
        await using var scene = await Scene.StartAsync();
        await HasExchange(scene, scene.Erin, days: 20);

        await scene.Erin.Says("extend Exchange");

        scene.Erin.Sees("Nothing to extend yet");
        scene.Erin.Sees("You are eligible for Exchange Administrator until Sunday 22 March at 09:00 (UTC+1).");
        scene.Erin.Sees("More time can be asked for from 14 days before the end on: from Sunday 8 March at 09:00");
        await scene.Advances(TimeSpan.FromDays(6));
        await scene.Erin.Says("extend Exchange for 1 month because the project goes on");
        scene.Erin.Sees("Waiting for an administrator");
    }

    [Fact]
    public async Task Extend_alone_says_so_of_everything_that_ends()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Carol.Says("extend");

        scene.Carol.Sees("Nothing is active No role that you activated is active now.");
        scene.Carol.Sees("You are eligible for Owner at Contoso Production until Wednesday 1 April at 10:00 (UTC+2).");
        scene.Carol.Sees("from Wednesday 18 March");
    }

    [Fact]
    public async Task What_ended_lately_is_renewed_and_what_a_group_has_is_the_groups_to_extend()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Changes(
            async (work, stop) =>
            {
                var found = await work.Assignments.OfGroupsAsync([Contoso.HelpdeskGroup], stop);
                work.Assignments.Update(found[0], found[0] with { End = work.Now + TimeSpan.FromDays(60) });
            }
        );

        await scene.Erin.Says("extend Virtual Machine Contributor");
        scene.Erin.Sees("say “renew Virtual Machine Contributor” to ask an administrator for it again");
        await scene.Dan.Says("extend helpdesk");
        scene.Dan.Sees("You are eligible for Helpdesk Administrator through the group Helpdesk, until");
        scene.Dan.Sees("an administrator extends it for the group");
    }

    [Fact]
    public async Task A_running_activation_is_meant_before_its_eligibility()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Erin.Says("activate Payments responder for 1h because refunds are stuck");
        scene.Erin.DoesNotSee("Active until");
        await scene.Alice.Says("activate Virtual Machine Contributor for 1h because patches must be installed");
        scene.Alice.Sees("Active until");
        await scene.Advances(TimeSpan.FromMinutes(20));

        await scene.Alice.Says("extend Virtual Machine Contributor for 1h because the patches are slow");

        scene.Alice.Sees("Virtual Machine Contributor: more time");
        scene.Alice.DoesNotSee("Nothing to extend yet");
    }

    [Fact]
    public async Task A_second_assignment_for_later_is_refused_with_the_way_out()
    {
        await using var scene = await Scene.StartAsync();
        await HasExchange(scene, scene.Erin, days: 20);

        await scene.Frank.Says("assign Exchange to Erin eligible from 1 June for 1 month because of the second wave");

        scene.Frank.Sees("Erin Eriksen has this already, until Sunday 22 March at 09:00 (UTC+1)");
        scene.Frank.Sees("can’t have a second one of the kind beside it, also not for later");
        scene.Frank.Sees("Say “members Exchange Administrator” to extend or change it; when it has ended, a new one");
        await scene.Advances(TimeSpan.FromDays(21));
        await scene.Frank.Says("assign Exchange to Erin eligible from 1 June for 1 month because of the second wave");
        scene.Frank.Sees("Erin Eriksen is eligible from Monday 1 June");
    }

    private static Task HasExchange(Scene scene, TestPerson person, int days) =>
        scene.AssignsUntil(
            person,
            AssignmentScene.Exchange,
            AssignmentType.Eligible,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(days)
        );
}
