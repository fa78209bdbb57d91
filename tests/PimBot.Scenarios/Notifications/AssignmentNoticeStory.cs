using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Notifications;

/// <summary>What people hear of standing assignments.</summary>
public sealed class AssignmentNoticeStory
{
    private static readonly TimeSpan Quarter = TimeSpan.FromDays(90);

    [Fact]
    [Rule("F4")]
    public async Task Who_is_made_eligible_hears_it_and_can_activate_from_the_card()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);

        scene.Erin.Sees("Frank Fischer made you eligible for Helpdesk Administrator");
        scene.Erin.Sees("Eligible until Sunday 31 May at 10:00 (UTC+2)");
        scene.Erin.Sees("Why: team change");
        await scene.Erin.Clicks("Activate");
        scene.Erin.Sees("ticket");
    }

    [Fact]
    public async Task An_active_assignment_without_an_end_says_so_and_offers_nothing_to_activate()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Active);

        scene.Erin.Sees("Frank Fischer assigned Helpdesk Administrator to you");
        scene.Erin.Sees("Active, without an end");
        Assert.Empty(scene.Erin.Buttons);
    }

    [Fact]
    [Rule("F5")]
    public async Task Active_administrators_hear_of_it_but_neither_who_did_it_nor_merely_eligible_ones()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        scene.Person("Emergency access 1").Sees("Frank Fischer made Erin Eriksen eligible for Global Reader");
        Assert.Empty(scene.Person("Emergency access 1").Buttons);
        scene.Frank.DoesNotSee("Erin Eriksen");
        scene.Bob.DoesNotSee("Erin Eriksen");
        scene.Alice.DoesNotSee("Erin Eriksen");
    }

    [Fact]
    [Rule("A23")]
    public async Task Each_member_of_a_group_hears_what_the_group_was_given()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Gives(
            Principal.Of(Contoso.HelpdeskGroup),
            Administration.GlobalReader,
            AssignmentType.Eligible,
            Quarter
        );

        foreach (var member in new[] { scene.Dan, scene.Grace })
        {
            member.Sees("Frank Fischer made you eligible for Global Reader");
            member.Sees("the group Helpdesk");
        }

        scene.Person("Emergency access 1").Sees("made Helpdesk eligible for Global Reader");
        scene.Carol.DoesNotSee("Global Reader");
    }

    [Fact]
    [Rule("F4")]
    public async Task An_extension_and_a_removal_are_told_too()
    {
        await using var scene = await Scene.StartAsync();
        var given = await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        await scene.Advances(TimeSpan.FromDays(80));

        await scene.Changes(given, RequestAction.AdminExtend, Quarter);
        scene.Erin.Sees("Your assignment of Helpdesk Administrator was extended");
        scene.Erin.Sees("By Frank Fischer");

        await scene.Changes(given, RequestAction.AdminRemove);
        scene.Erin.Sees("You are no longer eligible for Helpdesk Administrator");
        scene.Erin.Sees("Removed by Frank Fischer, today at");
    }

    [Fact]
    public async Task A_wish_for_more_time_is_put_before_administrators_and_all_their_cards_settle()
    {
        await using var scene = await Scene.StartAsync();
        var given = await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Eligible, Quarter);
        await scene.Advances(TimeSpan.FromDays(80));
        var others = new[] { scene.Alice, scene.Bob };
        foreach (var other in others)
        {
            await scene.Assigns(other, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        }

        var wish = await scene.Orders(
            new AssignmentCommand
            {
                Action = RequestAction.SelfExtend,
                Actor = new PersonId(scene.Erin.Id),
                Assignment = given.Assignment,
                Ask = given.Ask with { End = scene.Clock.GetUtcNow() + Quarter, Justification = "still on call" },
            }
        );

        var cards = others.Select(other => other.Chat.Messages.Count).ToList();
        scene.Frank.Sees("Erin Eriksen asks to extend Helpdesk Administrator");
        Assert.All(others, other => other.Sees("Erin Eriksen asks to extend Helpdesk Administrator"));
        Assert.All(others, other => other.Sees("still on call"));
        scene.Person("Emergency access 1").DoesNotSee("asks to extend");

        await scene.Decides(scene.Frank, wish, Verdict.Approve);

        Assert.All(others, other => other.Sees("Approved by Frank Fischer"));
        Assert.Equal(cards, others.Select(other => other.Chat.Messages.Count));
        scene.Frank.Sees("Approved by Frank Fischer");
        scene.Erin.Sees("Your assignment of Helpdesk Administrator was extended");
        scene.Erin.Sees("Frank Fischer wrote: as agreed");
    }

    [Fact]
    public async Task A_denied_wish_is_told_with_its_reason_and_settles_the_cards()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Alice, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        var given = await scene.Gives(scene.Erin, Contoso.Helpdesk, AssignmentType.Eligible, TimeSpan.FromDays(10));
        var wish = await scene.Orders(
            new AssignmentCommand
            {
                Action = RequestAction.SelfExtend,
                Actor = new PersonId(scene.Erin.Id),
                Assignment = given.Assignment,
                Ask = given.Ask with { End = scene.Clock.GetUtcNow() + Quarter, Justification = "still on call" },
            }
        );

        await scene.Decides(scene.Frank, wish, Verdict.Deny);

        scene.Erin.Sees("Denied by Frank Fischer");
        scene.Erin.Sees("Frank Fischer wrote: as agreed");
        scene.Alice.Sees("Denied by Frank Fischer");
    }

    [Fact]
    [Rule("A24")]
    public async Task A_change_of_an_emergency_account_asks_the_other_administrators_to_confirm()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Gives(
            scene.Person("Emergency access 1"),
            Administration.GlobalReader,
            AssignmentType.Eligible,
            Quarter
        );

        scene.Alice.Sees("Emergency access 1 is an emergency account");
        scene.Alice.Sees("Nothing changes until another administrator confirms it.");
        scene.Person("Emergency access 2").DoesNotSee("is an emergency account");
        scene.Frank.DoesNotSee("is an emergency account");
    }

    [Fact]
    public async Task Whoever_can_be_reached_in_no_way_is_audited_and_holds_up_nobody()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Erin.Uninstalls();

        await scene.Gives(scene.Erin, Administration.GlobalReader, AssignmentType.Eligible, Quarter);

        scene.Person("Emergency access 1").Sees("made Erin Eriksen eligible for Global Reader");
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.PersonUnreachable);
        Assert.Equal(scene.Erin.Id, entry.Event.Subject?.Value);
        Assert.StartsWith("Assigned: ", entry.Event.Detail, StringComparison.Ordinal);
    }
}
