using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>A role that a person holds at this moment.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where.</param>
/// <param name="Until">When it ends; null: permanent.</param>
/// <param name="Grant">The activation that gives it; null: a standing assignment.</param>
public sealed record HeldAccess(Role Role, Scope Scope, DateTimeOffset? Until, Grant? Grant);
