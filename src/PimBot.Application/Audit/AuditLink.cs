using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>One row of the audit, read for verification.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Entry">Null when the row holds what no entry can.</param>
public readonly record struct AuditLink(long Sequence, AuditEntry? Entry);
