using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>That PimBot was set up.</summary>
/// <param name="Given">The roles that the person was given; those that they held by permanent assignment already are not among them.</param>
public sealed record SetUpResult(IReadOnlyList<RoleId> Given);
