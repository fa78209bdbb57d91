using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>How many assignments of one role at one scope hold now.</summary>
/// <param name="Access">The role and scope.</param>
/// <param name="PermanentActive">Active ones without an end.</param>
/// <param name="TimeBoundActive">Active ones with an end.</param>
/// <param name="Eligible">Eligible ones.</param>
public sealed record AssignmentCount(RoleScope Access, int PermanentActive, int TimeBoundActive, int Eligible);
