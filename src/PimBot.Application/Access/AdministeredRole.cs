using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>A role that somebody administers, with the scopes at which they do.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scopes">By name; at least one.</param>
public sealed record AdministeredRole(Role Role, IReadOnlyList<Scope> Scopes);
