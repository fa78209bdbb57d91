namespace PimBot.Domain.Audit;

/// <summary>Holds a chain against its anchors as it passes.</summary>
internal sealed class AuditAnchorCheck(IEnumerable<AuditAnchor> anchors)
{
    private readonly AuditAnchor[] sorted = [.. anchors.OrderBy(anchor => anchor.Sequence)];
    private int position;
    private AuditFault? rewritten;

    /// <summary>The last entry that is surely the one that was written.</summary>
    public long LastGood { get; private set; }

    public int Matched { get; private set; }

    public AuditAnchor? Last => sorted.Length == 0 ? null : sorted[^1];

    /// <param name="sequence">The number under which the entry was written.</param>
    /// <param name="hash">Its hash; null: what is there is known not to be it.</param>
    public void Pass(long sequence, string? hash)
    {
        while (position < sorted.Length && sorted[position].Sequence <= sequence)
        {
            var anchor = sorted[position++];
            if (anchor.Sequence < sequence || hash is null)
            {
                continue;
            }

            if (anchor.Hash == hash)
            {
                (LastGood, Matched) = (sequence, Matched + 1);
            }
            else
            {
                rewritten = rewritten is null
                    ? new(AuditFaultKind.Rewritten, LastGood + 1, sequence) { AnchoredAt = anchor.At }
                    : rewritten with
                    {
                        To = sequence,
                    };
            }
        }
    }

    public void Finish(AuditFaults faults)
    {
        if (rewritten is not null)
        {
            faults.Add(rewritten);
        }
    }
}
