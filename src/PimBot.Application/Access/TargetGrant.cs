using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What a target needs to know of a grant.</summary>
public sealed record TargetGrant(GrantId Id, PersonId Person, RoleScope Access);
