using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class ExtensionStory
{
    [Fact]
    public async Task Shortly_before_the_end_a_card_offers_to_extend_and_after_that_a_new_one_comes()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(104));
        scene.Dan.DoesNotSee("ends soon");

        await scene.Advances(TimeSpan.FromMinutes(1));

        scene.Dan.Sees("Helpdesk Administrator ends soon");
        scene.Dan.Sees("15 minutes left, until 11:00");
        Assert.Equal(["Extend", "End now"], scene.Dan.Buttons);

        await scene.Dan.Clicks("Extend");
        scene.Dan.Sees("Extend Helpdesk Administrator");
        await scene.Dan.Clicks("Extend", new { duration = "240", ticket = "INC-2" });
        scene.Dan.Sees("Helpdesk Administrator: more time");
        scene.Dan.Sees("Active until today at 14:45 (UTC+1)");

        await scene.Advances(TimeSpan.FromMinutes(15));
        scene.Dan.DoesNotSee("Ended");
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromMinutes(210));
        scene.Dan.Sees("Helpdesk Administrator ends soon");
        scene.Dan.Sees("15 minutes left, until 14:45");
        await scene.Advances(TimeSpan.FromMinutes(15));
        scene.Dan.Sees("Ended today at 14:45 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_short_activation_is_reminded_of_in_its_last_quarter()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 20 min ticket INC-1");

        await scene.Advances(TimeSpan.FromMinutes(15));

        scene.Dan.Sees("5 minutes left, until 09:20");
    }

    [Fact]
    public async Task End_now_on_the_reminder_ends_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(105));

        await scene.Dan.Clicks("End now");

        scene.Dan.Sees("Ended by you, today at 10:45 (UTC+1)");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    [Rule("B11")]
    public async Task It_is_asked_for_what_is_missing_and_counts_from_now_up_to_the_roles_longest()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Dan.Says("extend");
        scene.Dan.Sees("For how long from now? At most 8 hours.");
        await scene.Dan.Says("9h");
        scene.Dan.Sees("The longest for this role is 8 hours.");
        await scene.Dan.Says("1h");
        scene.Dan.Sees("Helpdesk Administrator is active until today at 11:00 (UTC+1) already.");
        scene.Dan.Sees("An extension counts from now: ask for more than 2 hours.");
        await scene.Dan.Says("8h");
        scene.Dan.Sees("Which ticket is it for?");
        await scene.Dan.Says("INC-2");

        scene.Dan.Sees("Active until today at 17:00 (UTC+1)");
    }

    [Fact]
    public async Task What_cannot_get_longer_says_so_at_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 8h ticket INC-1");

        await scene.Dan.Says("extend");
        scene.Dan.Sees("is active until today at 17:00 (UTC+1) already, and that is the longest from now on.");
        await scene.Dan.Clicks("Extend");
        scene.Dan.Sees("that is the longest from now on. Extend it later.");
    }

    [Fact]
    [Rule("B11")]
    public async Task Where_the_role_needs_approval_more_time_needs_it_too()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate payments responder for 1h because refunds are stuck");
        await scene.Frank.Clicks("Approve", new { reason = "go" });

        await scene.Dan.Says("extend payments for 3h because more refunds");
        scene.Dan.Sees("Payments responder: more time Waiting for approval");
        scene.Frank.Sees("Dan Dubois asks for more time with Payments responder");
        await scene.Dan.Says("extend payments for 4h because more refunds");
        scene.Dan.Sees("You already asked to extend this, and that request is still open.");
        await scene.Advances(TimeSpan.FromMinutes(30));
        await scene.Erin.Clicks("Approve", new { reason = "fine" });

        scene.Dan.Sees("Active until today at 12:30 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_extension_that_nobody_decided_before_the_end_is_over_with_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate payments responder for 1h because refunds are stuck");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await scene.Dan.Says("extend payments for 2h because more refunds");
        var asked = scene.Erin.LastMessage!;

        await scene.Advances(TimeSpan.FromHours(1));

        scene.Dan.Sees("Payments responder: more time Not granted, today at 10:00 (UTC+1)");
        scene.Dan.Sees("Payments responder is not active for you now. Say “my roles” to activate it.");
        scene.Erin.Sees("Settled: there is nothing to decide");
        await scene.Erin.ClicksOn(asked, "Approve", new { reason = "fine" });
        scene.Erin.Sees("This request no longer waits for a decision.");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task The_button_and_the_form_of_an_ended_activation_are_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says("status");
        var status = scene.Dan.LastMessage!;
        await scene.Dan.Clicks("Extend");
        var form = scene.Dan.Chat.Messages.Single(message => message.Id == status.Id);
        await scene.Advances(TimeSpan.FromHours(2));

        await scene.Dan.ClicksOn(form, "Extend", new { duration = "240", ticket = "INC-2" });
        scene.Dan.Sees("Helpdesk Administrator is not active for you now.");
        await scene.Dan.ClicksOn(status, "Extend");
        scene.Dan.Sees("This role is not active for you now. Say “my roles” to activate it.");

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }
}
