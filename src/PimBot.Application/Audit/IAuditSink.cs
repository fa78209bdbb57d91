namespace PimBot.Application.Audit;

/// <summary>One place outside to which the audit goes: an anchor, which gets its end, or a feed, which gets all of it.</summary>
public interface IAuditSink
{
    /// <summary>One of <see cref="AuditOutlets"/>.</summary>
    string Name { get; }

    bool IsAnchor { get; }

    /// <summary>
    /// Delivers, or says why not. May be called again with what was delivered already, after a crash. What it throws counts
    /// as a failure.
    /// </summary>
    Task<AuditSent> SendAsync(AuditBatch batch, CancellationToken cancellation);
}
