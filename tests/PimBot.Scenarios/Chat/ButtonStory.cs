using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Chat;

public sealed class ButtonStory
{
    [Theory]
    [InlineData("help")]
    [InlineData("my roles")]
    [InlineData("my requests")]
    [InlineData("status")]
    [InlineData("activate")]
    [InlineData("extend")]
    [InlineData("end")]
    [InlineData("cancel")]
    [InlineData("no such command")]
    public async Task No_button_is_dead(string command)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says("activate vm contributor for 1h because disk resize");
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromMinutes(10));
        await scene.Dan.Says(command);
        var card = scene.Dan.LastMessage!;

        var buttons = CardAction.Of(card.Card!).Select(button => button.Name).ToList();

        Assert.NotEmpty(buttons);
        Assert.Equal(buttons.Count, buttons.Distinct(StringComparer.Ordinal).Count());
        foreach (var button in buttons)
        {
            await scene.Dan.ClicksOn(card, button);
            AssertAnswered(scene.Dan, button);
        }
    }

    [Fact]
    public async Task A_button_of_a_card_that_nobody_makes_any_more_says_so()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Dan.Invokes(
            new()
            {
                ["type"] = "Action.Execute",
                ["verb"] = "role.summon",
                ["data"] = new System.Text.Json.Nodes.JsonObject(),
            }
        );

        Assert.Equal(
            "I don’t know this button. The card may be too old; say “help” to see what I can do.",
            answer.InvokeValue?.ToString()
        );
    }

    [Fact]
    public async Task Show_and_cancel_of_somebody_elses_request_are_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Dan.Says("my requests");
        foreach (var button in CardAction.Of(scene.Dan.LastCard!))
        {
            var answer = await scene.Grace.Invokes(button.Action.DeepClone().AsObject(), "0");
            Assert.Equal(
                "There is nothing like that of yours. Say “my requests” to see what there is.",
                answer.InvokeValue?.ToString()
            );
        }

        await scene.Dan.Says("status");
        scene.Dan.Sees("Payments responder: Waiting for approval");
    }

    [Fact]
    public async Task The_form_to_extend_tells_nothing_of_somebody_elses_activation()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        var dans = (await scene.TheRequestOf(scene.Dan)).Id.Value;
        await scene.Grace.Says("activate");
        var choose = scene.Grace.CardWith("Activate").Action("Activate", reason: null);

        var foreign = await scene.Grace.Invokes(choose.With(data => data["grant"] = dans.ToString("N")));
        var unknown = await scene.Grace.Invokes(choose.With(data => data["grant"] = Guid.Empty.ToString("N")));

        Assert.Contains("not active", foreign.Words(), StringComparison.Ordinal);
        Assert.Equal(unknown.Words(), foreign.Words());
    }

    [Fact]
    public async Task Ending_or_extending_somebody_elses_activation_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromMinutes(10));
        foreach (var button in CardAction.Of(scene.Dan.LastCard!))
        {
            var answer = await scene.Grace.Invokes(button.Action.DeepClone().AsObject(), "0");
            Assert.Equal(
                "This role is not active for you now. Say “my roles” to activate it.",
                answer.InvokeValue?.ToString()
            );
        }

        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
    }

    private static void AssertAnswered(TestPerson person, string button)
    {
        Assert.True(person.LastAnswer!.InvokeStatus == 200, $"[{button}] is answered by {person.LastAnswer}");
        string[] dead =
        [
            "I don’t know this button",
            "That did not work",
            "This card is broken",
            "There is no such role",
        ];
        foreach (var words in dead)
        {
            person.DoesNotSee(words);
        }

        if (person.LastAnswer.InvokeValue?.ToString() == "See below.")
        {
            person.Sees(person.ReadsLast());
            person.DoesNotSee("I did not understand that");
        }
    }
}
