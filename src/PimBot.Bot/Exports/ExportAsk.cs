using PimBot.Application.Audit;
using PimBot.Application.Exports;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Exports;

/// <summary>A file that somebody asked for in chat: of the audit, or of a review's results.</summary>
/// <param name="Person">Who: nobody else gets it.</param>
/// <param name="Format">The form.</param>
public sealed record ExportAsk(PersonId Person, ExportFormat Format)
{
    /// <summary>Which entries of the audit; null: it is no copy of the audit.</summary>
    public AuditFilter? Filter { get; init; }

    /// <summary>Of which review the results; null: of none.</summary>
    public ReviewId? Review { get; init; }

    /// <summary>The hash of the key that was given to whoever signed in as that person; null before.</summary>
    public string? KeyHash { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? SignedInAt { get; init; }
}
