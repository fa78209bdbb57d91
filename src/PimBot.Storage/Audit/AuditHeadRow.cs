namespace PimBot.Storage.Audit;

/// <summary>The end of the audit chain: one row, which whoever appends locks.</summary>
internal sealed class AuditHeadRow
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>The number of the last entry; 0 before the first.</summary>
    public required long Sequence { get; set; }

    public required string Hash { get; set; }

    /// <summary>Random, given once: which store's chain it is. Null until somebody asks.</summary>
    public string? StoreId { get; set; }
}
