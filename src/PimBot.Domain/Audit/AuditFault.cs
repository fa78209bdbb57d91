namespace PimBot.Domain.Audit;

/// <summary>One thing that is wrong with a chain.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="From">The first entry that it concerns; of an anchor, its line.</param>
/// <param name="To">The last of them.</param>
public sealed record AuditFault(AuditFaultKind Kind, long From, long To)
{
    /// <summary>Of a moved entry: the number under which it was written.</summary>
    public long? Origin { get; init; }

    /// <summary>When the anchor was set that shows it; null when the store itself shows it.</summary>
    public DateTimeOffset? AnchoredAt { get; init; }
}
