namespace PimBot.Domain.Audit;

/// <summary>One link of the audit chain.</summary>
/// <param name="Sequence">1, 2, 3 … without a gap.</param>
/// <param name="At">When it was committed, in UTC, to the microsecond.</param>
/// <param name="Event">What happened.</param>
/// <param name="PreviousHash">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over all of the above, in hexadecimal.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, AuditEvent Event, string PreviousHash, string Hash);
