using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Dialogs;

public sealed class QuestionStory
{
    [Fact]
    [Rule("B1")]
    public async Task Helpdesk_asks_how_long_and_for_the_ticket_and_nothing_else()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk");
        scene.Dan.Sees("For how long? At most 8 hours.");
        Assert.Equal(["30 minutes", "1 hour", "2 hours", "4 hours", "8 hours", "Cancel"], scene.Dan.Buttons);
        scene.Dan.DoesNotSee("ticket");
        await scene.Dan.Says("2h");
        scene.Dan.Sees("Which ticket is it for? Helpdesk Administrator, 2 hours");
        await scene.Dan.Says("it's INC-1234");

        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        scene.Dan.Sees("Ticket: INC-1234");
        scene.Dan.DoesNotSee("Why");
    }

    [Fact]
    public async Task Exchange_asks_how_long_and_why_and_then_to_verify()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate exchange");
        scene.Alice.Sees("For how long? At most 2 hours.");
        await scene.Alice.Clicks("1 hour");
        scene.Alice.Sees("Why do you need it? Exchange Administrator, 1 hour");
        await scene.Alice.Says("Mailbox migration");
        scene.Alice.Sees("Verify it’s you to go on");
        scene.Alice.DoesNotSee("ticket");
        await scene.Passes(scene.Alice);

        scene.Alice.Sees("Active until today at 10:00 (UTC+1)");
    }

    [Fact]
    public async Task Global_Administrator_asks_for_everything_one_question_at_a_time()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate GA");
        scene.Alice.Sees("For how long? At most 1 hour.");
        await scene.Alice.Says("an hour");
        scene.Alice.Sees("Why do you need it?");
        await scene.Alice.Says("tenant settings must change");
        scene.Alice.Sees("Which ticket is it for?");
        await scene.Alice.Says("ServiceNow ticket 12345");

        scene.Alice.Sees("Verify it’s you to go on");
        scene.Alice.Sees("Ticket: ServiceNow 12345");
        scene.Alice.Sees("Why: tenant settings must change");
    }

    [Fact]
    public async Task Too_long_is_asked_again_with_the_reason_and_the_rest_is_kept()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate Exchange Administrator for 3h because mailbox migration");
        scene.Alice.Sees("The longest for this role is 2 hours.");
        await scene.Alice.Says("3 hours");
        scene.Alice.Sees("The longest for this role is 2 hours.");
        await scene.Alice.Says("2 hours");

        scene.Alice.Sees("Verify it’s you to go on");
        scene.Alice.Sees("Why: mailbox migration");
    }

    [Fact]
    public async Task A_ticket_that_is_none_and_a_reason_that_is_empty_or_endless_are_asked_again()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate GA for 1h");
        await scene.Alice.Says("\u200b\u202e\u2800");
        scene.Alice.Sees("Why do you need it?");
        await scene.Alice.Says(new string('x', 1_001));
        scene.Alice.Sees("Please keep it within 1000 characters.");
        await scene.Alice.Says("tenant settings must change");
        await scene.Alice.Says("there is none");
        scene.Alice.Sees("Give the ticket’s number, such as INC-1234.");
        await scene.Alice.Says("INC-1234");

        scene.Alice.Sees("Verify it’s you to go on");
    }

    [Fact]
    public async Task A_start_alone_is_kept_said_back_and_the_length_still_asked_for()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk ticket INC-1");

        await scene.Dan.Says("from tomorrow 9:00");
        scene.Dan.Sees("For how long? At most 8 hours. Helpdesk Administrator, from tomorrow at 09:00 (UTC+1)");
        await scene.Dan.Says("2h");

        scene.Dan.Sees("Starts tomorrow at 09:00 (UTC+1)");
    }

    [Fact]
    public async Task What_could_mean_something_else_is_said_back()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk ticket INC-1");

        await scene.Dan.Says("2");

        scene.Dan.Sees("I took “2” as 2 hours.");
        scene.Dan.Sees("Active until today at 11:00");
    }

    [Fact]
    public async Task A_length_that_is_wrong_beside_no_role_is_said_and_the_roles_are_offered()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate for 0 minutes");

        scene.Dan.Sees("A duration must be more than zero.");
        scene.Dan.Sees("Which role?");
    }

    [Fact]
    public async Task Two_people_are_asked_side_by_side_and_do_not_mix()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk for 1h");
        await scene.Alice.Says("activate vm contributor for 2h");
        await scene.Dan.Says("INC-77");
        await scene.Alice.Says("disk resize");

        scene.Alice.Sees("Virtual Machine Contributor Active until today at 11:00");
        scene.Alice.Sees("Why: disk resize");
        Assert.Contains("INC-77", scene.Dan.ReadsLast(), StringComparison.Ordinal);
        Assert.DoesNotContain("INC-77", scene.Alice.Chat.ToString(), StringComparison.Ordinal);
        await scene.BooksBalance();
    }
}
