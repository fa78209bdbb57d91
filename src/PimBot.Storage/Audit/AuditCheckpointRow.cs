using PimBot.Domain.Audit;

namespace PimBot.Storage.Audit;

/// <summary>Where the kept part of the audit chain begins: one row, from the first deletion of old entries on.</summary>
internal sealed class AuditCheckpointRow
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>The number of the last entry that was deleted.</summary>
    public required long Sequence { get; set; }

    public required string Hash { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The retention that was set then.</summary>
    public required int KeptDays { get; set; }

    /// <summary>Null: nothing was deleted yet.</summary>
    public AuditCheckpoint? ToCheckpoint() => Sequence == 0 ? null : new(Sequence, Hash, At, KeptDays);
}
