using PimBot.Application.Audit;

namespace PimBot.Storage.Audit;

/// <summary>How far the audit got on one way out of the store.</summary>
internal sealed class AuditOutletRow
{
    public required string Name { get; init; }

    public required long Sequence { get; set; }

    public required string Hash { get; set; }

    public string? Mark { get; set; }

    /// <summary>Grows with every claim: who has an older one may record nothing.</summary>
    public required long Fence { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public required int Attempts { get; set; }

    public DateTimeOffset? FailingSince { get; set; }

    public DateTimeOffset? ToldAt { get; set; }

    public AuditOutlet ToOutlet() => new(Name, Sequence, Hash, Mark, Fence, Attempts, FailingSince, ToldAt);
}
