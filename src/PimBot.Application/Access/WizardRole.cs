using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>One privileged role with its holders: permanent ones first, then those with an end, then eligible ones.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">The whole directory.</param>
/// <param name="Policy">Its settings.</param>
/// <param name="Holders">Everybody who holds it or may activate it now.</param>
public sealed record WizardRole(Role Role, Scope Scope, RolePolicy Policy, IReadOnlyList<WizardHolder> Holders)
{
    /// <summary>How many accounts of the organization hold it or may activate it, once these assignments are gone; people in groups are not counted.</summary>
    public int OrganizationAccountsWithout(IReadOnlySet<Guid> removed) =>
        Holders
            .Where(h => h.IsOrganizationAccount && !removed.Contains(h.Assignment.Id))
            .DistinctBy(h => h.Assignment.Person)
            .Count();
}
