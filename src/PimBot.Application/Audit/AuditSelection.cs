using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>What the store selects: the entries that are wanted, of those that the reader may see.</summary>
/// <param name="Filter">What is wanted.</param>
/// <param name="Sight">What may be seen.</param>
/// <param name="Scopes">The filter's scope and all below it; null where the filter names none.</param>
public sealed record AuditSelection(AuditFilter Filter, AuditSight Sight, IReadOnlyCollection<ScopeId>? Scopes = null);
