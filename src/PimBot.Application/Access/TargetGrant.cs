using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What a target needs to know of an activation or an active assignment. Exactly one of <paramref name="Person"/> and <paramref name="Group"/> is set.</summary>
/// <param name="Id">The grant's id, or the assignment's.</param>
/// <param name="Person">Who gets access.</param>
/// <param name="Access">What to.</param>
/// <param name="Group">The group whose members, as they are at any time, get access.</param>
public sealed record TargetGrant(GrantId Id, PersonId? Person, RoleScope Access, GroupId? Group = null);
