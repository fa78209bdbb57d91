using PimBot.Domain.Access;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

public sealed class AdministratorStory
{
    private const string AskForMachines =
        "activate Virtual Machine Contributor for 1h because patches must be installed ticket CHG-7";

    [Fact]
    [Rule("F1")]
    public async Task Active_administrators_are_told_of_an_activation_with_reason_and_ticket()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(AskForMachines);

        foreach (var administrator in new[] { "Frank", "Emergency access 1", "Emergency access 2" })
        {
            scene.Person(administrator).Sees("Dan Dubois activated Virtual Machine Contributor");
            scene.Person(administrator).Sees("experiments, until today at 10:00 (UTC+1)");
            scene.Person(administrator).Sees("Why: patches must be installed");
            scene.Person(administrator).Sees("Ticket: CHG-7");
        }
    }

    [Fact]
    [Rule("F5")]
    public async Task Merely_eligible_administrators_and_everybody_else_are_not_told()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(AskForMachines);

        foreach (var other in new[] { scene.Alice, scene.Bob, scene.Carol, scene.Erin, scene.Grace, scene.Dan })
        {
            Assert.DoesNotContain("Dan Dubois activated", other.Chat.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Rule("F1")]
    public async Task An_administrator_by_activation_is_told_for_as_long_as_it_lasts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Carol.Says("activate Security Administrator for 1h because an incident is open");
        await scene.Passes(scene.Carol);

        await scene.Dan.Says(AskForMachines);
        scene.Carol.Sees("Dan Dubois activated Virtual Machine Contributor");

        await scene.Advances(TimeSpan.FromHours(2));
        await scene.Dan.Says(AskForMachines);
        scene.Carol.DoesNotSee("Dan Dubois activated");
        scene.Frank.Sees("Dan Dubois activated");
    }

    [Fact]
    public async Task Whoever_activates_is_not_told_of_themselves()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Frank, Contoso.Helpdesk, AssignmentType.Eligible);
        await scene.ChangesNotification(Contoso.Helpdesk);

        await scene.Frank.Says(Contoso.AskForHelpdesk);

        scene.Frank.DoesNotSee("Frank Fischer activated");
        scene.Person("Emergency access 1").Sees("Frank Fischer activated Helpdesk Administrator");
    }

    [Fact]
    [Rule("F1")]
    public async Task Where_the_policys_notification_is_off_nobody_is_told()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Dan.Says(Contoso.AskForHelpdesk);

        scene.Dan.Sees("Active until");
        scene.Frank.DoesNotSee("Dan Dubois");
        scene.Person("Emergency access 1").DoesNotSee("Dan Dubois");
    }
}
