using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>The hash-chained record of everything that happened. Append only.</summary>
public interface IAuditTrail
{
    /// <summary>Says where everything comes from that this unit of work records, before and after. The surface that began the unit says it, once; until then it is <see cref="AuditOrigin.Own"/>.</summary>
    void From(AuditOrigin origin);

    /// <summary>Recorded with this unit of work's commit; number, time and hashes are given then.</summary>
    void Append(AuditEvent happened);

    /// <summary>Up to <paramref name="most"/> entries with a sequence number above <paramref name="after"/>, in order.</summary>
    Task<IReadOnlyList<AuditEntry>> ReadAsync(long after, int most, CancellationToken cancellation);

    /// <summary>
    /// Which store's chain this is: 32 hexadecimal digits, random, given once and kept. A unit of work that writes gives
    /// it where there is none yet; in a read it is null until then.
    /// </summary>
    Task<string?> StoreAsync(CancellationToken cancellation);

    Task<AuditStanding> StandingAsync(CancellationToken cancellation);

    /// <summary>Every entry there is, in order, with nothing corrected or passed over: for verification.</summary>
    IAsyncEnumerable<AuditLink> ScanAsync(CancellationToken cancellation);

    /// <summary>
    /// Deletes every entry up to that of the checkpoint, and keeps where the rest begins. False: somebody else deleted
    /// meanwhile, and nothing was done.
    /// </summary>
    Task<bool> DeleteAsync(AuditCheckpoint upTo, CancellationToken cancellation);

    /// <summary>Everything about one request, in order.</summary>
    Task<IReadOnlyList<AuditEntry>> OfRequestAsync(RequestId request, CancellationToken cancellation);
}
