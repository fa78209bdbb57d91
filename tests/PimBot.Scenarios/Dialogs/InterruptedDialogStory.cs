using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Dialogs;

public sealed class InterruptedDialogStory
{
    [Theory]
    [InlineData("cancel")]
    [InlineData("Never mind, thanks")]
    [InlineData("forget it")]
    public async Task Cancel_leaves_the_question_and_nothing_is_asked_for(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");

        await scene.Dan.Says(text);

        scene.Dan.Sees("Stopped No request was made, and nothing has changed.");
        await scene.Dan.Says("INC-1");
        scene.Dan.Sees("I did not understand that");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task The_cancel_button_of_the_question_does_the_same_on_its_own_card()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");
        var before = scene.Dan.Chat.Messages.Count;

        await scene.Dan.Clicks("Cancel");

        scene.Dan.Sees("Stopped No request was made, and nothing has changed.");
        Assert.Equal(before, scene.Dan.Chat.Messages.Count);
        await scene.Dan.Says("my requests");
        scene.Dan.Sees("You have not asked for anything yet.");
    }

    [Fact]
    public async Task Every_other_command_is_answered_and_the_question_comes_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");

        foreach (
            var (command, answer) in new[]
            {
                ("status", "No privileged role is active."),
                ("my roles", "Your roles"),
                ("my requests", "You have not asked for anything yet."),
                ("approvals", "No request waits for your decision."),
                ("help", "What I can do"),
                ("end", "Nothing is active"),
                ("extend", "Nothing is active"),
                ("STAUTS please", "No privileged role is active."),
            }
        )
        {
            await scene.Dan.Says(command);
            scene.Dan.Sees(answer);
            scene.Dan.Sees("Which ticket is it for? Helpdesk Administrator, 1 hour");
        }

        await scene.Dan.Says("INC-1");
        scene.Dan.Sees("Active until today at 10:00");
    }

    [Fact]
    public async Task A_button_of_another_card_works_in_between_too()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("help");
        var help = scene.Dan.LastMessage!;
        await scene.Dan.Says("activate helpdesk for 1h");

        await scene.Dan.ClicksOn(help, "Status");

        scene.Dan.Sees("No privileged role is active.");
        scene.Dan.Sees("Which ticket is it for?");
    }

    [Fact]
    public async Task A_new_activation_takes_the_place_of_the_old_question()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");

        await scene.Dan.Says("activate vm contributor for 2h");
        scene.Dan.Sees("Why do you need it? Virtual Machine Contributor, experiments, 2 hours");
        await scene.Dan.Says("disk resize");

        scene.Dan.Sees("Virtual Machine Contributor Active until today at 11:00");
        await scene.Dan.Says("INC-1");
        scene.Dan.Sees("I did not understand that");
        Assert.Equal(["9980e02c-c2be-4d73-94e8-173b1dc7cf3c"], await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_restart_and_a_day_of_silence_later_the_answer_still_counts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk");
        await scene.Restarts();
        await scene.Dan.Says("2h");
        scene.Dan.Sees("Which ticket is it for? Helpdesk Administrator, 2 hours");

        await scene.Advances(TimeSpan.FromDays(1));
        await scene.Restarts();
        await scene.Dan.Says("INC-1");

        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_became_impossible_meanwhile_is_said_and_the_question_is_over()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk for 1h");
        await scene.RemovesFromGroup(Contoso.HelpdeskGroup, scene.Dan);

        await scene.Dan.Says("INC-1");

        scene.Dan.Sees("You are not eligible for Helpdesk Administrator here.");
        await scene.Dan.Says("INC-1");
        scene.Dan.Sees("I did not understand that");
    }

    [Fact]
    public async Task While_the_role_is_asked_for_commands_and_role_names_both_work()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate");
        scene.Dan.Sees("Which role?");

        await scene.Dan.Says("status");
        scene.Dan.Sees("No privileged role is active.");
        await scene.Dan.Says("help");
        scene.Dan.Sees("What I can do");
        await scene.Dan.Says("the one of yesterday");
        scene.Dan.Sees("I know no role of yours by that name.");
        await scene.Dan.Says("help desk");

        scene.Dan.Sees("For how long? At most 8 hours.");
    }
}
