using PimBot.Domain.Alerts;

namespace PimBot.Storage.Alerts;

/// <summary>How far scanning has come: one row.</summary>
internal sealed class AlertScanRow
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    public DateTimeOffset? WatchedSince { get; init; }

    public DateTimeOffset? ScannedAt { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    public long AuditSequence { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public long Fence { get; init; }

    public AlertScan ToScan() =>
        new()
        {
            WatchedSince = WatchedSince,
            ScannedAt = ScannedAt,
            RequestedAt = RequestedAt,
            AuditSequence = AuditSequence,
            LeasedUntil = LeasedUntil,
            Fence = Fence,
        };
}
