using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>One row of the <c>local</c> target.</summary>
public sealed record LocalAccess(GrantId Grant, PersonId Person, RoleScope Access, DateTimeOffset Since);
