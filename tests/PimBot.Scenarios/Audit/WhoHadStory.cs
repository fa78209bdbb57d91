using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Alerts;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>Who had a role at some time: by holding, whatever became of it since.</summary>
public sealed class WhoHadStory
{
    private const string Exchange = "Exchange Administrator";

    [Fact]
    public async Task An_activation_is_told_with_its_time_and_reason_long_after_it_ended()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(SignInScene.AskForExchange);
        await scene.Passes(scene.Alice);
        await scene.Advances(TimeSpan.FromDays(60));

        await scene.Frank.Says("who had Exchange Administrator in March?");
        scene.Frank.Sees("Who had Exchange Administrator");
        scene.Frank.Sees("March 2026. 1 person, 1 time.");
        scene.Frank.Sees("Activated");
        scene.Frank.Sees("From 2 Mar 2026, 09:00 to 2 Mar 2026, 11:00");
        scene.Frank.Sees("mailbox migration");

        await scene.Frank.Says("who had Exchange Administrator in April?");
        scene.Frank.Sees("Nobody had it then.");
    }

    [Fact]
    public async Task An_assignment_that_is_gone_and_forgotten_is_told_for_its_time()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Exchange Administrator to Erin active for 30 days because mailbox migration");
        await scene.Advances(TimeSpan.FromDays(100));
        Assert.Empty(await scene.AssignmentsOf(scene.Erin, Exchange));

        await scene.Frank.Says("who had exchange admin on 20 March 2026");
        scene.Frank.Sees("Erin Eriksen");
        scene.Frank.Sees("Assigned");
        scene.Frank.Sees("By Frank Fischer · mailbox migration");
        await scene.Frank.Says("who had exchange admin on 20 April 2026");
        scene.Frank.Sees("Nobody had it then.");
    }

    [Fact]
    public async Task Access_that_was_given_outside_is_told_too_to_whoever_may_know_and_to_its_holder()
    {
        await using var scene = await Scene.StartAsync();
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Advances(TimeSpan.FromHours(1));
        await scene.Scans();
        await scene.Frank.Says("who had Exchange Administrator in March?");
        scene.Frank.Sees("Dan Dubois");
        scene.Frank.Sees("Given outside PimBot");
        scene.Frank.Sees("From 2 Mar 2026, 09:00, with no end");

        await scene.Frank.Says("fix alert outside of PIM");
        await scene.Frank.Clicks("Confirm", new { reason = "nobody knows why" });
        await scene.Advances(TimeSpan.FromDays(40));

        await scene.Dan.Says("who had Exchange Administrator in March?");
        scene.Dan.Sees("Given outside PimBot");
        scene.Dan.Sees("From 2 Mar 2026, 09:00 to 2 Mar 2026, 10:00");
        await scene.Bob.Says("who had Exchange Administrator in March?");
        scene.Bob.DoesNotSee("Dan Dubois");
        await scene.Frank.Says("who had Exchange Administrator in April?");
        scene.Frank.Sees("Nobody had it then.");
    }

    [Fact]
    public async Task What_the_directory_brought_holds_since_before_the_record_and_that_is_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(TimeSpan.FromDays(1));

        await scene.Frank.Says("who had Global Administrator in February?");
        scene.Frank.Sees("My record begins on 2 Mar 2026, 09:00.");
        scene.Frank.Sees("Emergency access 1");
        scene.Frank.Sees("Since before my record, with no end");
    }

    [Fact]
    public async Task Who_could_activate_it_is_told_when_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("who had Exchange Administrator today");
        scene.Frank.Sees("Nobody had it then.");
        await scene.Frank.Clicks("Also who could activate it");

        scene.Frank.Sees("Alice Andersen");
        scene.Frank.Sees("Could activate it");
        scene.Frank.Sees("Who could activate Exchange Administrator, or had it");
        await scene.Frank.Says("who could activate Exchange Administrator yesterday");
        scene.Frank.Sees("Ivan Ito");
    }

    [Fact]
    public async Task Members_of_a_group_have_what_the_group_had_while_they_were_in_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says(
            "assign Exchange Administrator to group Helpdesk active for 30 days because team change"
        );
        await scene.Advances(TimeSpan.FromDays(5));
        await scene.Changes(
            async (work, stop) =>
            {
                var group = (
                    await work.Directory.GroupsAsync([new GroupId("64000002-0000-4000-8000-000000000002")], stop)
                ).Single();
                await work.Directory.UpdateAsync(group with { Members = [new PersonId(scene.Erin.Id)] }, stop);
            }
        );
        await scene.Advances(TimeSpan.FromDays(5));

        await scene.Frank.Says("who had Exchange Administrator on 4 March 2026");
        scene.Frank.Sees("Dan Dubois");
        scene.Frank.Sees("Assigned through Helpdesk");
        scene.Frank.DoesNotSee("Erin");
        await scene.Frank.Says("who had Exchange Administrator on 9 March 2026");
        scene.Frank.Sees("Erin Eriksen");
        scene.Frank.DoesNotSee("Dan Dubois");
    }

    [Fact]
    public async Task A_month_begins_and_ends_by_the_persons_own_clock_also_where_it_changes()
    {
        await using var scene = await Scene.StartAsync();
        await ActiveAsync(scene, scene.Alice, new DateTimeOffset(2026, 3, 31, 22, 30, 0, TimeSpan.Zero), 1);
        await scene.Advances(TimeSpan.FromDays(60));

        // 00:30 of 1 April in Stockholm, where it is UTC+2 by then.
        await scene.Frank.Says("who had Exchange Administrator in March?");
        scene.Frank.Sees("Nobody had it then.");
        await scene.Frank.Says("who had Exchange Administrator in April?");
        scene.Frank.Sees("From 1 Apr 2026, 00:30 to 1 Apr 2026, 01:30");

        scene.Frank.Chat.TimeZone = "America/New_York";
        await scene.Frank.Says("who had Exchange Administrator in March?");
        scene.Frank.Sees("From 31 Mar 2026, 18:30 to 31 Mar 2026, 19:30");
        await scene.Frank.Says("who had Exchange Administrator in April?");
        scene.Frank.Sees("Nobody had it then.");
    }

    [Fact]
    public async Task Whoever_administers_nothing_is_told_of_themselves()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says(SignInScene.AskForExchange);
        await scene.Passes(scene.Alice);
        await scene.Dan.Says("who had Exchange Administrator today");
        scene.Dan.Sees("You did not have it then.");
        scene.Dan.DoesNotSee("Alice");
        await scene.Dan.Says("who had User Administrator today");
        scene.Dan.Sees("I know no role, person or place “User Administrator” that you may ask about.");

        await scene.Alice.Says("who had Exchange Administrator today");
        scene.Alice.Sees("You see what was yours.");
        scene.Alice.Sees("Alice Andersen");
    }

    [Fact]
    public async Task A_privileged_role_administrator_is_not_told_of_azure()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("who had Virtual Machine Contributor today");

        scene.Frank.Sees("I know no role, person or place “Virtual Machine Contributor” that you may ask about.");
        scene.Frank.DoesNotSee("Nightly backup");
    }

    [Fact]
    public async Task Whoever_manages_a_subscription_is_told_of_it_and_of_no_other()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Dan.Says("who could activate Virtual Machine Contributor today");

        scene.Dan.Sees("Nightly backup");
        scene.Dan.Sees("Alice Andersen");
        await scene.Dan.Says("who had Global Administrator today");
        scene.Dan.Sees("that you may ask about");
    }

    [Fact]
    public async Task Who_was_in_a_group_is_told_by_the_groups_name()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Payments responder to Carol active for 30 days because on call");
        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Frank.Says("who was in Payments responders today");

        scene.Frank.Sees("Carol Castillo");
    }

    [Theory]
    [InlineData("Helpdesk")]
    [InlineData("Helpdesq")]
    [InlineData("Exchange")]
    public async Task Who_was_in_is_never_answered_about_a_role_of_a_similar_name(string name)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Frank.Says($"who was in {name} yesterday?");

        // The same for a group that exists and one that does not.
        scene.Frank.Sees($"I know no group “{name}” that you may ask about.");
        scene.Frank.DoesNotSee("Nobody had it then.");
    }

    [Fact]
    public async Task Who_was_in_a_role_is_told_when_its_name_or_alias_is_exactly_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("who was in Helpdesk Administrator today");
        scene.Frank.Sees("Who had Helpdesk Administrator");
        await scene.Frank.Says("who was in GA today");
        scene.Frank.Sees("Who had Global Administrator");
    }

    private static Task ActiveAsync(Scene scene, TestPerson person, DateTimeOffset from, int hours) =>
        scene.Changes(
            (work, _) =>
            {
                var grant = new Grant
                {
                    Id = new GrantId(Guid.NewGuid()),
                    Person = new PersonId(person.Id),
                    Access = AssignmentScene.Exchange,
                    State = GrantState.Revoked,
                    Duration = TimeSpan.FromHours(hours),
                    From = from,
                    Until = from.AddHours(hours),
                    End = new GrantEnd(from.AddHours(hours), GrantEndCause.Expired, null),
                };
                work.Grants.Add(grant);
                return Task.CompletedTask;
            }
        );
}
