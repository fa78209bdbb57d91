using PimBot.Scenarios.Access;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class OneMessageStory
{
    [Fact]
    public async Task One_message_says_all_and_after_verification_the_role_is_active()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("activate Exchange Administrator for 2h because mailbox migration ticket INC-1234");

        scene.Alice.Sees("Verify it’s you to go on");
        scene.Alice.Sees("For: 2 hours");
        scene.Alice.Sees("Ticket: INC-1234");
        scene.Alice.Sees("Why: mailbox migration");
        await scene.Passes(scene.Alice);
        scene.Alice.Sees("Active until today at 11:00 (UTC+1)");
        Assert.Equal(["Extend", "End now"], scene.Alice.Buttons);
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("activate Exchange Administrator for 2h, mailbox migration, INC-1234")]
    [InlineData("activate exchange admin ticket INC-1234 because mailbox migration for: 2h")]
    [InlineData("Hi PimBot, could you please activate Exchange for 120 min, mailbox migration, INC-1234? Thanks!")]
    [InlineData("<at>PimBot</at> ACTIVATE EXCHANGE ADMINISTRATOR FOR 2 HOURS reason: mailbox migration, inc-1234")]
    [InlineData("actvate exchnge administrator 2h because mailbox migration ticket INC-1234")]
    [InlineData("I need exchange admin for two hours because mailbox migration, INC-1234")]
    [InlineData("exchange admin until 11:00 because mailbox migration, ticket INC-1234")]
    public async Task However_it_is_said_it_means_the_same(string text)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says(text);

        scene.Alice.Sees("Exchange Administrator Verify it’s you to go on");
        scene.Alice.Sees("For: 2 hours");
        scene.Alice.Sees("Ticket: INC-1234");
        scene.Alice.Sees("Why: mailbox migration");
    }

    [Fact]
    public async Task A_role_without_approval_is_active_at_once_on_one_card_that_changes_in_place()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate Helpdesk Administrator for 2h ticket INC-1234");

        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        scene.Dan.Sees("2 hours left");
        Assert.Single(scene.Dan.Chat.Messages, message => message.IsFromBot && message.Id != FirstOf(scene.Dan));
        Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_the_policy_does_not_ask_for_may_be_left_out_and_is_kept_when_it_is_said()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("activate helpdesk for 1h ticket INC-1234 because the printer is on fire");

        scene.Dan.Sees("Active until today at 10:00");
        scene.Dan.Sees("Why: the printer is on fire");
    }

    [Fact]
    public async Task At_the_end_access_is_removed_and_the_person_is_told()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 2h ticket INC-1234");

        await scene.Advances(TimeSpan.FromHours(2));

        scene.Dan.Sees("Ended today at 11:00 (UTC+1)");
        Assert.Equal(["Activate again"], scene.Dan.Buttons);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    private static string FirstOf(TestPerson person) => person.Chat.Messages.First(message => message.IsFromBot).Id;
}
