using PimBot.Domain.Access;

namespace PimBot.Domain.Audit;

/// <summary>A time for which the directory named a person a member of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Person">The member.</param>
/// <param name="From">Since when; null: since before the record.</param>
/// <param name="Until">The first instant at which they were no member; null: they still are.</param>
public sealed record MembershipPeriod(GroupId Group, PersonId Person, DateTimeOffset? From, DateTimeOffset? Until);
