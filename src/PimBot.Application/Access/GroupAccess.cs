using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>What a person has through a group.</summary>
/// <param name="Assignment">The group's assignment.</param>
/// <param name="Group">The group.</param>
/// <param name="MemberBy">The role by which PimBot makes the person a member; null: the directory has them in the group.</param>
public sealed record GroupAccess(Assignment Assignment, Group Group, Role? MemberBy);
