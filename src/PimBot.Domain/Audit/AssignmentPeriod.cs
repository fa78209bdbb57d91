using PimBot.Domain.Access;

namespace PimBot.Domain.Audit;

/// <summary>A time for which a standing assignment held as one type. An assignment that was converted or renewed has several.</summary>
/// <param name="Assignment">The assignment, which may be gone by now.</param>
/// <param name="Principal">Whose it was.</param>
/// <param name="Access">The role and scope.</param>
/// <param name="Type">Eligible or active.</param>
/// <param name="From">The first instant; null: since before the record.</param>
/// <param name="Until">The first instant at which it held no more, past or planned; null: it has no end.</param>
/// <param name="RecordedAt">When the store came to know of it.</param>
public sealed record AssignmentPeriod(
    Guid Assignment,
    Principal Principal,
    RoleScope Access,
    AssignmentType Type,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    DateTimeOffset RecordedAt
);
