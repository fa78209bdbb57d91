using PimBot.Domain.Access;

namespace PimBot.Domain.Alerts;

/// <summary>Access that a target holds and PimBot did not give. Exactly one of <paramref name="Person"/> and <paramref name="Group"/> is set.</summary>
/// <param name="Id">The target's own id of it; at most 200 characters.</param>
/// <param name="Person">Who has it.</param>
/// <param name="Group">The group whose members have it.</param>
/// <param name="Access">What to.</param>
/// <param name="Since">Since when, where the target knows.</param>
public sealed record OutsideAccess(
    string Id,
    PersonId? Person,
    GroupId? Group,
    RoleScope Access,
    DateTimeOffset? Since
);
