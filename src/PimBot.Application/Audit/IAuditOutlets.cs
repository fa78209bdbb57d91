using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>How far the audit got on each way out of the store. One replica at a time delivers on each of them.</summary>
public interface IAuditOutlets
{
    /// <summary>Those that were ever used.</summary>
    Task<IReadOnlyList<AuditOutlet>> ListAsync(CancellationToken cancellation);

    /// <summary>Takes the outlet for the time of the lease; null while somebody else has it, or it is not due yet.</summary>
    Task<AuditOutlet?> ClaimAsync(string name, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Everything up to this place is there: ends the claim, and a failure. False: the claim was lost, and nothing is kept.</summary>
    Task<bool> MoveAsync(AuditOutlet claimed, AuditEnd to, string? mark, CancellationToken cancellation);

    /// <summary>It failed: ends the claim, and counts. False: the claim was lost, and nothing is kept.</summary>
    /// <param name="claimed">As claimed.</param>
    /// <param name="dueAt">When it is tried again.</param>
    /// <param name="toldAt">When administrators were told; null: not yet.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> RetryAsync(
        AuditOutlet claimed,
        DateTimeOffset dueAt,
        DateTimeOffset? toldAt,
        CancellationToken cancellation
    );

    /// <summary>Ends the claim as if it had never been.</summary>
    Task ReleaseAsync(AuditOutlet claimed, CancellationToken cancellation);
}
