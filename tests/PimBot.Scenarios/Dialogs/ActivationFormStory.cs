using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Dialogs;

public sealed class ActivationFormStory
{
    [Fact]
    public async Task Activate_alone_offers_the_eligible_roles_and_choosing_one_opens_its_form()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Grace.Says("activate");

        scene.Grace.Sees("Which role? Helpdesk Administrator Contoso. Up to 8 hours");
        scene.Grace.DoesNotSee("Exchange");
        await scene.Grace.Clicks("Activate");
        scene.Grace.Sees("Activate Helpdesk Administrator Contoso. Granted at once.");
        Assert.Equal(["duration", "start", "ticket"], Fields(scene.Grace));
        await scene.Grace.Clicks("Activate", new { duration = "120", ticket = "INC-1" });
        scene.Grace.Sees("Active until today at 11:00 (UTC+1)");
        scene.Grace.Sees("Ticket: INC-1");
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("Global Administrator", "You will verify it’s you; then approvers decide.", "justification,ticket")]
    [InlineData("Exchange Administrator", "You will verify it’s you.", "justification")]
    [InlineData("Virtual Machine Contributor", "Granted at once.", "justification")]
    [Rule("B1")]
    public async Task The_form_has_just_the_fields_of_the_policy(string role, string next, string required)
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("my roles");
        await scene.Alice.Clicks($"Activate {role}");

        scene.Alice.Sees($"Activate {role}");
        scene.Alice.Sees(next);
        // Where the eligibility reaches further down, the place may be chosen too.
        Assert.Equal(
            ["duration", "start", .. required.Split(',')],
            Fields(scene.Alice).Where(field => field != "place")
        );
    }

    [Fact]
    public async Task A_problem_comes_back_on_the_form_and_what_was_typed_is_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("my roles");
        await scene.Alice.Clicks("Activate Exchange Administrator");

        await scene.Alice.Clicks(
            "Activate",
            new
            {
                duration = "120",
                start = "yesterday 9:00",
                justification = "mailbox **migration**",
            }
        );
        scene.Alice.Sees("I could not read that as a time of day.");
        scene.Alice.Sees("[For how long: 2 hours]");
        scene.Alice.Sees("[Start (leave empty for now): yesterday 9:00]");
        scene.Alice.Sees("[Why: mailbox **migration**]");
        await scene.Alice.Clicks("Activate", new { start = "tomorrow 9:00" });

        scene.Alice.Sees("Verify it’s you to go on");
        await scene.Passes(scene.Alice);
        scene.Alice.Sees("Starts tomorrow at 09:00 (UTC+1)");
        scene.Alice.Sees("Why: mailbox **migration**");
    }

    [Fact]
    public async Task What_a_client_should_not_send_is_refused_on_the_form()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Alice.Says("my roles");
        await scene.Alice.Clicks("Activate Exchange Administrator");
        var submit = CardAction.Of(scene.Alice.LastCard!).Single(button => button.Title == "Activate");

        foreach (
            var (duration, justification, problem) in new[]
            {
                ("180", "x", "The longest for this role is 2 hours."),
                ("1", "x", "The shortest is 5 minutes."),
                ("-60", "x", "Choose how long, such as 1 hour."),
                ("99999999999999999999", "x", "Choose how long, such as 1 hour."),
                ("", "x", "Choose how long, such as 1 hour."),
                ("60", " \u200b ", "This role needs a reason."),
            }
        )
        {
            var action = submit.Action.DeepClone().AsObject();
            action["data"]!["duration"] = duration;
            action["data"]!["justification"] = justification;
            var answer = await scene.Alice.Invokes(action, scene.Alice.LastMessage!.Id);
            Assert.Contains(
                problem,
                CardText.Flatten(answer.InvokeValue!.AsObject(), "Europe/Stockholm"),
                StringComparison.Ordinal
            );
        }

        await scene.Alice.Says("my requests");
        scene.Alice.Sees("You have not asked for anything yet.");
    }

    [Fact]
    public async Task An_old_client_fills_in_the_same_form_by_Submit()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Grace.Says("activate");

        await scene.Grace.Submits("Activate");
        scene.Grace.Sees("Activate Helpdesk Administrator");
        await scene.Grace.Submits("Activate", new { duration = "60", ticket = "INC-1" });

        scene.Grace.Sees("Active until today at 10:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_was_said_with_activate_stands_in_the_form_already()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Grace.Says("activate for 90 min ticket INC-7");

        await scene.Grace.Clicks("Activate");

        scene.Grace.Sees("[For how long: 1 hour 30 minutes]");
        scene.Grace.Sees("[Ticket: INC-7]");
    }

    [Fact]
    public async Task A_role_of_others_in_the_cards_data_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Grace.Says("activate");
        var choose = CardAction.Of(scene.Grace.LastCard!).First(button => button.Title == "Activate");
        var forged = choose.Action.DeepClone().AsObject();
        forged["data"]!["role"] = Contoso.GlobalAdministrator.Role.Value;

        var answer = await scene.Grace.Invokes(forged, scene.Grace.LastMessage!.Id);
        Assert.StartsWith("You are not eligible for Global Administrator here.", answer.InvokeValue?.ToString());

        forged["data"]!["role"] = "no-such-role";
        answer = await scene.Grace.Invokes(forged, scene.Grace.LastMessage!.Id);
        Assert.StartsWith("There is no such role, or place, any more.", answer.InvokeValue?.ToString());
    }

    private static string[] Fields(TestPerson person) =>
        [.. CardAction.Of(person.LastCard!).Single().Inputs.Select(input => input["id"]!.ToString())];
}
