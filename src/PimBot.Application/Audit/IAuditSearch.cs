using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Reads the audit by what is wanted and what may be seen, with indexes, a page at a time.</summary>
public interface IAuditSearch
{
    /// <summary>Newest first.</summary>
    /// <param name="selection">What is wanted and seen.</param>
    /// <param name="before">Only entries with a smaller number; null: from the newest.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops the read.</param>
    Task<IReadOnlyList<AuditEntry>> NewestAsync(
        AuditSelection selection,
        long? before,
        int most,
        CancellationToken cancellation
    );

    /// <summary>Oldest first, for exports.</summary>
    /// <param name="selection">What is wanted and seen.</param>
    /// <param name="after">Only entries with a greater number.</param>
    /// <param name="last">The greatest number that is wanted.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops the read.</param>
    Task<IReadOnlyList<AuditEntry>> OldestAsync(
        AuditSelection selection,
        long after,
        long last,
        int most,
        CancellationToken cancellation
    );

    /// <summary>How many there are, counted up to <paramref name="bound"/>.</summary>
    Task<int> CountAsync(AuditSelection selection, int bound, CancellationToken cancellation);

    /// <summary>When the newest of them were written, newest first: for a chart.</summary>
    Task<IReadOnlyList<DateTimeOffset>> MomentsAsync(
        AuditSelection selection,
        int most,
        CancellationToken cancellation
    );

    /// <summary>The entry with this number, if there is one and the reader may see it.</summary>
    Task<AuditEntry?> FindAsync(AuditSight sight, long sequence, CancellationToken cancellation);

    /// <summary>The numbers of the first and the last entry that are kept; null when there is none.</summary>
    Task<(long First, long Last)?> BoundsAsync(CancellationToken cancellation);
}
