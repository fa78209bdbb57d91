using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class ElevationStory
{
    [Fact]
    [Rule("E6")]
    public async Task A_global_administrator_manages_all_azure_scopes_for_a_time()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Carol.Says("assign Owner to Dan at Contoso Sandbox eligible for 1 month");
        scene.Carol.Sees("I know no role of that name that you manage.");

        await scene.Carol.Says("elevate for 2h because nobody owns the sandbox");
        scene.Carol.Sees("You manage all Azure scopes Until today at 11:00 (UTC+1)");
        await scene.Carol.Says("status");
        scene.Carol.Sees("You manage all Azure scopes");
        await scene.Carol.Says("assign Owner to Dan at Contoso Sandbox eligible for 1 month");
        scene.Carol.Sees("Dan Dubois is eligible until");
        await scene.Carol.Says("end elevation");
        scene.Carol.Sees("Elevation ended");

        await scene.Carol.Says("status");
        scene.Carol.DoesNotSee("Azure");
        await scene.Carol.Says("end elevation");
        scene.Carol.Sees("You are not elevated now");
    }

    [Fact]
    [Rule("E6")]
    public async Task It_ends_by_itself_and_its_limits_are_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.GlobalAdministrator, AssignmentType.Active);

        await scene.Carol.Says("elevate for 10 hours because nobody owns the sandbox");
        scene.Carol.Sees("The longest elevation is 8 hours.");
        await scene.Carol.Says("elevate");
        scene.Carol.Sees("Manage all Azure scopes");
        await scene.Carol.Clicks("Elevate", new { duration = "60", reason = "nobody owns the sandbox" });
        scene.Carol.Sees("Until today at 10:00 (UTC+1)");
        await scene.Advances(TimeSpan.FromHours(1));
        await scene.Carol.Says("status");

        scene.Carol.DoesNotSee("Azure");
    }

    [Fact]
    public async Task An_azure_role_is_not_offered_for_the_directory()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Carol.Says("elevate for 2h because nobody owns the sandbox");

        await scene.Carol.Says("assign Owner to Dan eligible for 1 month");
        scene.Carol.Sees("Where?");
        await scene.Carol.Says("/");
        scene.Carol.Sees("I know no place of that name where you manage this role.");

        Assert.DoesNotContain(await scene.AssignmentsOf(scene.Dan, "Owner"), a => a.Access.Scope == ScopeId.Directory);
    }

    [Fact]
    public async Task One_that_was_stored_for_the_directory_is_still_shown()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(
            scene.Dan,
            Contoso.OwnerOfProduction with
            {
                Scope = ScopeId.Directory,
            },
            AssignmentType.Active
        );

        await scene.Restarts();
        await scene.Dan.Says("my roles");

        scene.Dan.Sees("Always active: Owner");
    }

    [Fact]
    public async Task Who_could_be_a_global_administrator_is_told_the_way_and_everybody_else_activates()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Alice.Says("elevate because nobody owns the sandbox");
        scene.Alice.Sees("Only an active Global Administrator can elevate. Activate Global Administrator first.");
        await scene.Dan.Says("elevate");

        scene.Dan.Sees("Which role?");
    }
}
