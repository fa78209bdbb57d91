using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

/// <summary>A role with more holders than one card shows.</summary>
public sealed class WizardPagesStory
{
    [Fact]
    [Rule("G2")]
    public async Task Many_holders_come_on_pages()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var person in new[] { scene.Alice, scene.Bob, scene.Carol, scene.Dan, scene.Frank, scene.Grace })
        {
            await scene.Assigns(person, Policies.UserAdministrator, AssignmentType.Active);
        }

        await scene.OpensWizard(Policies.UserAdministrator);
        scene.Frank.Sees("7 permanent, 0 eligible. Page 1 of 2");
        scene.Frank.Sees("Alice Andersen: permanent");
        scene.Frank.DoesNotSee("Grace Gallo");
        await scene.Frank.Clicks("Next page");

        scene.Frank.Sees("Grace Gallo (Fabrikam): permanent");
        await scene.Frank.Clicks("Previous page");
        scene.Frank.Sees("Alice Andersen: permanent");
    }

    [Fact]
    public async Task What_is_chosen_on_one_page_is_kept_on_the_others_and_reviewed_together()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var person in new[] { scene.Alice, scene.Bob, scene.Carol, scene.Dan, scene.Frank, scene.Grace })
        {
            await scene.Assigns(person, Policies.UserAdministrator, AssignmentType.Active);
        }

        // An assignment can't be removed in its first five minutes.
        await scene.Advances(TimeSpan.FromMinutes(6));
        await scene.OpensWizard(Policies.UserAdministrator);
        await scene.Chooses(scene.Alice, "Remove", "Next page");
        scene.Frank.Sees("1 change is chosen.");
        await scene.Chooses(scene.Grace, "Remove");

        scene.Frank.Sees("Alice Andersen");
        scene.Frank.Sees("Grace Gallo");
        Assert.Contains("Change 2 assignments", scene.Frank.Buttons);
    }
}
