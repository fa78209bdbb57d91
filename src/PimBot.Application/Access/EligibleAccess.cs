using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>A role that a person may activate, and how it stands with it now.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where the person is eligible.</param>
/// <param name="Until">When the eligibility ends; null: permanent.</param>
/// <param name="Policy">What activating asks for.</param>
/// <param name="Active">The open grant of it.</param>
/// <param name="Pending">The pending request for it.</param>
public sealed record EligibleAccess(
    Role Role,
    Scope Scope,
    DateTimeOffset? Until,
    RolePolicy Policy,
    Grant? Active,
    ActivationRequest? Pending
)
{
    public RoleScope Access => new(Role.Id, Scope.Id);
}
