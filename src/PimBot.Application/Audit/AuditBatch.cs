using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>What is to be delivered.</summary>
/// <param name="Store">Whose.</param>
/// <param name="Entries">In order, at least one; of an anchor, the last one alone.</param>
/// <param name="Mark">What the last delivery left; null before the first.</param>
/// <param name="At">The time of this delivery.</param>
public sealed record AuditBatch(string Store, IReadOnlyList<AuditEntry> Entries, string? Mark, DateTimeOffset At);
