using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

public sealed class LastOwnerStory
{
    private static readonly RoleScope Owner = new(new RoleId("payments-responders-owner"), Contoso.Payments.Scope);

    [Fact]
    public async Task The_last_owner_of_a_group_goes_as_soon_as_there_is_another()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Changes(
            async (work, stop) =>
            {
                work.Directory.Add(
                    new Role
                    {
                        Id = Owner.Role,
                        Name = "Payments owner",
                        Kind = RoleKind.GroupOwner,
                    }
                );
                var group = Assert.Single(
                    await work.Directory.GroupsAsync([new GroupId("64000003-0000-4000-8000-000000000003")], stop)
                );
                await work.Directory.UpdateAsync(group with { Owners = [] }, stop);
            }
        );
        await scene.Assigns(scene.Dan, Owner, AssignmentType.Active);

        await scene.Frank.Says("remove Dan from Payments owner");
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("Dan Dubois is the last owner of this group");
        Assert.Single(await scene.AssignmentsOf(scene.Dan, "Payments owner"));
        await scene.Frank.Says("pending");
        scene.Frank.Sees("Dan Dubois is the last owner: waits for another one");
        await scene.Assigns(scene.Erin, Owner, AssignmentType.Active);
        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Empty(await scene.AssignmentsOf(scene.Dan, "Payments owner"));
    }
}
