using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>One row of the <c>local</c> target: a person's access, or a group's.</summary>
public sealed record LocalAccess(
    GrantId Grant,
    PersonId? Person,
    RoleScope Access,
    DateTimeOffset Since,
    GroupId? Group = null
);
