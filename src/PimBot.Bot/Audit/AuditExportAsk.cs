using PimBot.Application.Audit;
using PimBot.Domain.Access;

namespace PimBot.Bot.Audit;

/// <summary>A copy of the audit that somebody asked for in chat.</summary>
/// <param name="Person">Who: nobody else gets it.</param>
/// <param name="Filter">What is wanted.</param>
/// <param name="Format">The form.</param>
/// <param name="KeyHash">The hash of the key that was given to whoever signed in as that person; null before.</param>
/// <param name="SignedInAt">When that was.</param>
public sealed record AuditExportAsk(
    PersonId Person,
    AuditFilter Filter,
    AuditFormat Format,
    string? KeyHash = null,
    DateTimeOffset? SignedInAt = null
);
