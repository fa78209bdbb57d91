using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class LastOwnerStory
{
    [Fact]
    public async Task The_last_owner_of_a_group_goes_as_soon_as_there_is_another()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasOwnerRole();
        await scene.Assigns(scene.Dan, AssignmentScene.PaymentsOwner, AssignmentType.Active);

        await scene.Frank.Says("remove Dan from Payments owner");
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("Dan Dubois is the last owner of this group");
        Assert.Single(await scene.AssignmentsOf(scene.Dan, "Payments owner"));
        await scene.Frank.Says("pending");
        scene.Frank.Sees("Dan Dubois is the last owner: waits for another one");
        await scene.Assigns(scene.Erin, AssignmentScene.PaymentsOwner, AssignmentType.Active);
        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Empty(await scene.AssignmentsOf(scene.Dan, "Payments owner"));
    }
}
