using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Policies;

/// <summary>An administrator saves a role's settings.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Policy">All of the settings; <see cref="RolePolicy.Version"/> is ignored.</param>
/// <param name="ExpectedVersion">The version that the change was made from; null: whatever is there.</param>
public sealed record ChangePolicyCommand(PersonId Actor, RolePolicy Policy, int? ExpectedVersion = null)
{
    /// <summary>Whether it comes from whoever operates the machine, who manages everything; only a directory file is applied so.</summary>
    internal bool IsByOperator { get; init; }
}
