using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>A page of the audit, newest first.</summary>
public sealed record AuditPage
{
    /// <summary>Up to how many entries are counted.</summary>
    public const int CountBound = 1000;

    public required DateTimeOffset Now { get; init; }

    public required AuditFilter Filter { get; init; }

    public required AuditSight Sight { get; init; }

    public required IReadOnlyList<AuditEntry> Entries { get; init; }

    public required AuditNames Names { get; init; }

    /// <summary>How many match on all pages, up to <see cref="CountBound"/>.</summary>
    public required int Count { get; init; }

    public required bool HasMore { get; init; }

    /// <summary>Whether this is not the first page.</summary>
    public required bool IsLater { get; init; }
}
