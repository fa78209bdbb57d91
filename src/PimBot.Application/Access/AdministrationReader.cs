using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads what somebody sees as an administrator or reader, with a number of queries that does not depend on how much there is.</summary>
public static class AdministrationReader
{
    /// <summary>Null when there is no such person.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="isAboutSettings">Whether roles that have settings somewhere, but no assignments there, are wanted too.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AdministrationView?> ReadAsync(
        IPimUnitOfWork work,
        PersonId person,
        bool isAboutSettings,
        CancellationToken cancellation
    )
    {
        if (await AdministratorRights.FactsAsync(work, person, cancellation) is not { } facts)
        {
            return null;
        }

        var roles = await work.Directory.RolesAsync(cancellation);
        if (!MaySeeSomething(facts))
        {
            return new AdministrationView(facts, roles, [], [], []);
        }

        return new AdministrationView(
            facts,
            roles,
            await work.Directory.AllScopesAsync(cancellation),
            await work.Assignments.CountAsync([.. SeenRoles(facts, roles)], cancellation),
            isAboutSettings ? (await work.Directory.AllPoliciesAsync(cancellation)).Select(p => p.Access) : []
        );
    }

    // Spares everybody else the reading of all scopes.
    private static bool MaySeeSomething(AdministratorFacts facts) =>
        SeesDirectory(facts) || SeesAzure(facts) || SeesGroups(facts);

    // There are as many counts of Azure roles as scopes: nobody counts what they don't see.
    private static IEnumerable<RoleId> SeenRoles(AdministratorFacts facts, IReadOnlyList<Role> roles) =>
        roles
            .Where(r =>
                r.Kind switch
                {
                    RoleKind.DirectoryRole => SeesDirectory(facts),
                    RoleKind.AzureRole => SeesAzure(facts),
                    _ => SeesDirectory(facts) || SeesGroups(facts),
                }
            )
            .Select(r => r.Id);

    private static bool SeesDirectory(AdministratorFacts facts) =>
        AdministrationRules.OverDirectory(facts) is not AdministrationRight.None;

    private static bool SeesAzure(AdministratorFacts facts) =>
        facts.IsElevated || facts.Holds.Any(h => AdministrationRules.AzureManagers.Contains(h.Role));

    private static bool SeesGroups(AdministratorFacts facts) =>
        facts.Owns.Count > 0 || facts.Holds.Any(h => facts.OwnerRoles.Contains(h.Role));
}
