using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Dialogs;

public sealed class StaleQuestionStory
{
    [Fact]
    public async Task Two_devices_of_one_person_share_one_question()
    {
        await using var scene = await Scene.StartAsync();
        var phone = scene.Dan.OnDevice("Android");
        await scene.Dan.Says("activate helpdesk");

        await phone.Says("2h");
        scene.Dan.Sees("Which ticket is it for?");
        await scene.Dan.Says("INC-1");

        phone.Sees("Active until today at 11:00");
    }

    [Fact]
    public async Task A_button_of_a_question_that_was_answered_on_another_device_has_no_effect()
    {
        await using var scene = await Scene.StartAsync();
        var phone = scene.Dan.OnDevice("Android");
        await scene.Dan.Says("activate helpdesk");
        var question = scene.Dan.LastMessage!;
        await scene.Dan.Says("2h");

        await phone.ClicksOn(question, "8 hours");

        phone.Sees("That question was answered already; see the newest one below.");
        await scene.Dan.Says("INC-1");
        scene.Dan.Sees("Active until today at 11:00");
    }

    [Fact]
    public async Task A_button_of_an_older_dialog_has_no_effect_on_the_new_one()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk");
        var old = scene.Dan.LastMessage!;
        await scene.Dan.Says("activate vm contributor");

        await scene.Dan.ClicksOn(old, "8 hours");
        scene.Dan.Sees("That question is closed.");
        await scene.Dan.ClicksOn(old, "Cancel");
        scene.Dan.Sees("That question is closed.");
        await scene.Dan.Says("1h");

        scene.Dan.Sees("Why do you need it? Virtual Machine Contributor");
    }

    [Fact]
    public async Task A_question_that_was_canceled_stays_closed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk ticket INC-1");
        var question = scene.Dan.LastMessage!;
        await scene.Dan.Says("cancel");

        await scene.Dan.ClicksOn(question, "1 hour");

        scene.Dan.Sees("That question is closed. Say “my requests” to see your requests.");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task The_question_of_one_person_cannot_be_answered_by_another()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk ticket INC-1");
        var action = CardAction.Of(scene.Dan.LastCard!).First(button => button.Title == "1 hour").Action;

        var answer = await scene.Grace.Invokes(action.DeepClone().AsObject(), scene.Dan.LastMessage!.Id);

        Assert.Equal(
            "That question is closed. Say “my requests” to see your requests.",
            answer.InvokeValue?.ToString()
        );
        Assert.Empty(await scene.HeldAtTarget(scene.Grace));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task A_clicked_question_shows_what_was_answered()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate helpdesk");
        var question = scene.Dan.LastMessage!;

        await scene.Dan.Clicks("2 hours");

        var answered = scene.Dan.Chat.Messages.Single(message => message.Id == question.Id);
        Assert.Equal(
            "For how long? At most 8 hours.\nYour answer: 2 hours",
            CardText.Flatten(answered.Card!, scene.Dan.Chat.TimeZone)
        );
        Assert.Empty(CardAction.Of(answered.Card!));
    }
}
