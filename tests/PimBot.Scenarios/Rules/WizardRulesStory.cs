using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Settings;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>What the wizard warns of.</summary>
public sealed class WizardRulesStory
{
    [Fact]
    [Rule("G4")]
    public async Task Fewer_than_one_global_administrator_with_an_account_of_the_organization_is_warned_of()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        foreach (var eligible in new[] { scene.Alice, scene.Bob, scene.Carol, scene.BobAdmin })
        {
            await scene.RemovesAssignments(Contoso.GlobalAdministrator, eligible);
        }

        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Assigns(scene.Grace, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.OpensWizard(Contoso.GlobalAdministrator);

        await scene.Chooses(scene.Dan, "Remove");

        scene.Frank.Sees("No Global Administrator with an account of your organization would be left.");
    }
}
