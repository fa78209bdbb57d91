using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

/// <summary>Settings as the store has them.</summary>
internal static class Policies
{
    public static readonly RoleScope Exchange = new(
        new RoleId("29232cdf-9323-42fd-ade2-1d097af3e4de"),
        ScopeId.Directory
    );

    public static readonly RoleScope GlobalReader = new(
        new RoleId("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        ScopeId.Directory
    );

    public static readonly RoleScope UserAdministrator = new(
        new RoleId("fe930be7-5e62-47db-91af-98c3a49a38b1"),
        ScopeId.Directory
    );

    public static Task<RolePolicy> PolicyOf(this Scene scene, RoleScope access) =>
        scene.Reads((work, stop) => work.Directory.PolicyAsync(access, stop));

    public static Task<IReadOnlyList<Assignment>> AssignmentsOf(this Scene scene, TestPerson person) =>
        scene.Reads((work, stop) => work.Assignments.OfAsync(new PersonId(person.Id), stop));
}
