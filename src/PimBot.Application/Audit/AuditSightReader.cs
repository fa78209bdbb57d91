using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Reads which entries of the audit a person may read, at this moment.</summary>
public static class AuditSightReader
{
    /// <summary>Somebody unknown, disabled, or without any right sees what is their own.</summary>
    public static async Task<AuditSight> ReadAsync(IPimUnitOfWork work, PersonId reader, CancellationToken cancellation)
    {
        var facts = await AdministratorRights.FactsAsync(work, reader, cancellation);
        return facts is null || !MaySeeSomething(facts)
            ? AuditSight.Own(reader)
            : AuditSight.Of(
                facts,
                await work.Directory.RolesAsync(cancellation),
                await work.Directory.AllScopesAsync(cancellation)
            );
    }

    // Spares everybody else the reading of all scopes.
    private static bool MaySeeSomething(AdministratorFacts facts) =>
        AdministrationRules.OverDirectory(facts) is not AdministrationRight.None
        || facts.IsElevated
        || facts.Owns.Count > 0
        || facts.Holds.Any(h =>
            AdministrationRules.AzureManagers.Contains(h.Role) || facts.OwnerRoles.Contains(h.Role)
        );
}
