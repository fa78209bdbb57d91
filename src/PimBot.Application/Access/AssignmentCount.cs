using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>How many people hold one role at one scope now, by assignment; members of a group to which it is assigned among them.</summary>
/// <param name="Access">The role and scope.</param>
/// <param name="PermanentActive">Those who hold it without an end.</param>
/// <param name="TimeBoundActive">Those who hold it with an end.</param>
/// <param name="Eligible">Those who may activate it. Who is in several of these is counted in each, and once in each.</param>
public sealed record AssignmentCount(RoleScope Access, int PermanentActive, int TimeBoundActive, int Eligible);
