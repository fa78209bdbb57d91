using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>A role at a scope that somebody sees as an administrator or reader.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
/// <param name="Right">What they may do there; never <see cref="AdministrationRight.None"/>.</param>
/// <param name="Count">How many people hold it now.</param>
public sealed record ManagedAccess(Role Role, Scope Scope, AdministrationRight Right, AssignmentCount Count)
{
    public RoleScope Access => new(Role.Id, Scope.Id);

    /// <summary>Who holds it, permanently or for a time.</summary>
    public int Active => Count.PermanentActive + Count.TimeBoundActive;

    public int All => Active + Count.Eligible;
}
