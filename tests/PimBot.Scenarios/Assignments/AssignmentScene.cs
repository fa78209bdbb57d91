using PimBot.Domain.Access;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>What the store says of assignments, and orders that the stories share.</summary>
internal static class AssignmentScene
{
    public const string AssignExchangeToErin =
        "assign Exchange Administrator to Erin eligible for 3 months because mailbox migration";

    public static readonly RoleScope Exchange = new(
        new RoleId("29232cdf-9323-42fd-ade2-1d097af3e4de"),
        new ScopeId("/")
    );

    public static readonly RoleScope GlobalReader = new(
        new RoleId("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        new ScopeId("/")
    );

    /// <summary>Of the group of <see cref="Contoso.Payments"/>, as a role that PimBot manages.</summary>
    public static readonly RoleScope PaymentsOwner = new(
        new RoleId("payments-responders-owner"),
        Contoso.Payments.Scope
    );

    /// <summary><see cref="PaymentsOwner"/> is managed, and nobody holds it or owns the group otherwise.</summary>
    public static Task HasOwnerRole(this Scene scene) =>
        scene.Changes(
            async (work, stop) =>
            {
                work.Directory.Add(
                    new Role
                    {
                        Id = PaymentsOwner.Role,
                        Name = "Payments owner",
                        Kind = RoleKind.GroupOwner,
                    }
                );
                var group = Assert.Single(
                    await work.Directory.GroupsAsync([Scope.GroupOf(PaymentsOwner.Scope)!.Value], stop)
                );
                await work.Directory.UpdateAsync(group with { Owners = [] }, stop);
            }
        );

    /// <summary>A person's own assignments of a role, over or not.</summary>
    public static Task<IReadOnlyList<Assignment>> AssignmentsOf(this Scene scene, TestPerson person, string role) =>
        scene.Reads<IReadOnlyList<Assignment>>(
            async (work, stop) =>
            {
                var id = (await work.Directory.RolesAsync(stop)).Single(r => r.Name == role).Id;
                return [.. (await work.Assignments.ToAsync(id, stop)).Where(a => a.Person == new PersonId(person.Id))];
            }
        );

    /// <summary>Everybody, and every group, with a standing assignment of a role that is not over.</summary>
    public static Task<IReadOnlyList<Assignment>> AllOf(this Scene scene, RoleScope access) =>
        scene.Reads<IReadOnlyList<Assignment>>(
            async (work, stop) =>
                [
                    .. (await work.Assignments.ToAsync(access.Role, stop)).Where(a =>
                        a.Access == access && !a.IsOverAt(work.Now)
                    ),
                ]
        );

    /// <summary>A standing assignment with an end, as it was there before PimBot.</summary>
    public static Task AssignsUntil(
        this Scene scene,
        TestPerson person,
        RoleScope access,
        AssignmentType type,
        DateTimeOffset? end
    ) =>
        scene.Changes(
            (work, _) =>
            {
                work.Assignments.Add(
                    new Assignment
                    {
                        Id = Guid.NewGuid(),
                        Person = new PersonId(person.Id),
                        Access = access,
                        Type = type,
                        End = end,
                        Stage = AssignmentLife.StageOf(null, end, work.Now),
                    }
                );
                return Task.CompletedTask;
            }
        );
}
