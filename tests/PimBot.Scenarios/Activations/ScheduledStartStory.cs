using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class ScheduledStartStory
{
    private const string Ask = "activate helpdesk from tomorrow 9:00 for 2h ticket INC-1";

    [Fact]
    [Rule("B5")]
    public async Task It_is_granted_now_and_provisioned_at_its_start()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(Ask);

        scene.Dan.Sees("Starts tomorrow at 09:00 (UTC+1)");
        scene.Dan.Sees("Whether you may have it is checked again then.");
        await scene.Advances(TimeSpan.FromMinutes((24 * 60) - 1));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromMinutes(1));
        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("F3")]
    public async Task At_its_start_one_message_says_that_it_is_active_and_the_older_card_points_to_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Ask);
        var asked = scene.Dan.LastMessage!;
        var before = scene.Dan.Chat.Messages.Count;

        await scene.Advances(TimeSpan.FromDays(1));

        Assert.Equal(before + 1, scene.Dan.Chat.Messages.Count);
        Assert.Equal(["Extend", "End now"], scene.Dan.Buttons);
        var old = scene.Dan.Chat.Messages.Single(message => message.Id == asked.Id);
        Assert.Contains(
            "Continued below",
            CardText.Flatten(old.Card!, scene.Dan.Chat.TimeZone),
            StringComparison.Ordinal
        );
        Assert.Empty(CardAction.Of(old.Card!));
    }

    [Fact]
    [Rule("B7")]
    public async Task When_the_eligibility_ended_meanwhile_it_is_not_granted_and_the_person_is_told_why()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Ask);
        await scene.RemovesFromGroup(Contoso.HelpdeskGroup, scene.Dan);

        await scene.Advances(TimeSpan.FromDays(1));

        scene.Dan.Sees("Not granted, today at 09:00 (UTC+1)");
        scene.Dan.Sees("You are not eligible for Helpdesk Administrator here.");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestFailed));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_account_that_was_disabled_meanwhile_gets_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Ask);
        await scene.Disables(scene.Dan);

        await scene.Advances(TimeSpan.FromDays(1));

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("B13")]
    public async Task It_can_be_canceled_before_its_start()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Ask);

        await scene.Dan.Clicks("Cancel request");

        scene.Dan.Sees("Canceled by you, today at 09:00 (UTC+1)");
        await scene.Advances(TimeSpan.FromDays(1));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_end_before_the_start_is_refused_and_an_eligibility_that_ends_before_it_too()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk from tomorrow 9:00 until today 17:00 ticket INC-1");
        scene.Dan.Sees("The end must be at least a minute after the start.");
        await scene.Dan.Says("cancel");
        await scene.Dan.Says("activate Owner from 1 June 9:00 for 1h because certificate renewal");
        scene.Dan.Sees("Your eligibility for this role ends before that start.");
        await scene.Dan.Says("from 15 May 9:00 for 1h");
        scene.Dan.Sees("Verify it’s you to go on");
        scene.Dan.Sees("Starts: Friday 15 May at 09:00 (UTC+2)");
    }

    [Fact]
    public async Task While_it_waits_another_request_for_the_same_role_is_refused_with_the_way_out()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Ask);

        await scene.Dan.Says("activate helpdesk for 1h ticket INC-2");

        scene.Dan.Sees("You already asked for Helpdesk Administrator, and that request is still open.");
        await scene.Dan.Clicks("My requests");
        scene.Dan.Sees("Helpdesk Administrator: Starts tomorrow at 09:00 (UTC+1)");
        Assert.Contains("Cancel request", scene.Dan.Buttons);
    }
}
