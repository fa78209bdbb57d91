namespace PimBot.Domain.Alerts;

/// <summary>How far scanning has come: one for the whole store.</summary>
public sealed record AlertScan
{
    /// <summary>After a change it is waited this long for further ones (ours).</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(10);

    /// <summary>When the first scan began; null: there was none.</summary>
    public DateTimeOffset? WatchedSince { get; init; }

    /// <summary>When the newest scan that came to its end began; null: none did.</summary>
    public DateTimeOffset? ScannedAt { get; init; }

    /// <summary>When somebody asked for a scan that has not come yet; null: nobody did.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The number of the last audit entry that the newest scan saw: what came later may have changed something.</summary>
    public long AuditSequence { get; init; }

    /// <summary>Until when somebody scans; null or past: nobody does.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Grows with each claim: who holds an older number has lost the scan.</summary>
    public long Fence { get; init; }

    /// <summary>Whether it is time for a scan.</summary>
    /// <param name="interval">How often it is scanned without a cause.</param>
    /// <param name="hasChanges">Whether something changed since the newest scan.</param>
    /// <param name="now">The present.</param>
    public bool IsDue(TimeSpan interval, bool hasChanges, DateTimeOffset now) =>
        !(LeasedUntil > now)
        && (
            ScannedAt is not { } last
            || RequestedAt is not null
            || now - last >= interval
            || (hasChanges && now - last >= Settle)
        );
}
