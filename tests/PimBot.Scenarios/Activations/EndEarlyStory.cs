using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Activations;

public sealed class EndEarlyStory
{
    [Fact]
    [Rule("A5")]
    public async Task In_its_first_five_minutes_an_activation_cannot_be_ended_by_word_or_button()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromSeconds(299));

        await scene.Dan.Clicks("End now");
        scene.Dan.Sees("An activation can't be ended in its first 5 minutes. You can end it from 09:05 on.");
        await scene.Dan.Says("end helpdesk");
        scene.Dan.Sees("You can end it from 09:05 on.");
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));

        await scene.Advances(TimeSpan.FromSeconds(1));
        await scene.Dan.Clicks("End now");
        scene.Dan.Sees("Ended by you, today at 09:05 (UTC+1)");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("end")]
    [InlineData("end helpdesk")]
    [InlineData("I'm done with Helpdesk Administrator, thanks")]
    [InlineData("deactivate help desk")]
    public async Task It_is_ended_by_word(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(10));

        await scene.Dan.Says(text);

        scene.Dan.Sees("Ended by you, today at 09:10 (UTC+1)");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task With_several_active_the_person_is_asked_which_one_and_the_other_stays()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says("activate vm contributor for 1h because disk resize");
        await scene.Advances(TimeSpan.FromMinutes(10));

        await scene.Dan.Says("end");

        scene.Dan.Sees("Which one shall end?");
        scene.Dan.Sees("Helpdesk Administrator Contoso. 1 hour 50 minutes left");
        scene.Dan.Sees("Virtual Machine Contributor experiments. 50 minutes left");
        await scene.Dan.Says("end vm contributor");
        scene.Dan.Sees("Virtual Machine Contributor Ended by you");
        Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    public async Task With_nothing_active_there_is_nothing_to_end_or_extend()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says("end");
        scene.Dan.Sees("Nothing is active No role that you activated is active now.");
        await scene.Dan.Says("extend");
        scene.Dan.Sees("Nothing is active No role that you activated is active now.");
        await scene.Dan.Says("end Owner");
        scene.Dan.Sees("No role of yours by that name is active now.");
    }

    [Fact]
    public async Task The_button_of_an_ended_activation_says_that_it_is_over()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says("status");
        var status = scene.Dan.LastMessage!;
        await scene.Advances(TimeSpan.FromHours(3));

        await scene.Dan.ClicksOn(status, "End now");

        scene.Dan.Sees("Ended today at 11:00");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_is_active_already_is_not_activated_twice()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Dan.Says("activate helpdesk for 1h ticket INC-2");

        scene.Dan.Sees(
            "Helpdesk Administrator is already active until today at 11:00 (UTC+1). Say “extend” for more time."
        );
        await scene.Dan.Says("activate helpdesk from 11:00 for 1h ticket INC-2");
        scene.Dan.Sees("Starts today at 11:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task One_request_at_a_time_may_be_open_for_a_role()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Dan.Says("activate payments responder");

        scene.Dan.Sees("You already asked for Payments responder, and that request is still open.");
        scene.Dan.Sees("Say “my requests” to see or cancel it.");
        scene.Dan.DoesNotSee("For how long?");
    }
}
