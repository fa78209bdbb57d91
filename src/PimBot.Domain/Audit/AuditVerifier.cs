namespace PimBot.Domain.Audit;

/// <summary>
/// Goes along a chain, entry by entry in the order of their numbers, and says all that is wrong with it. Keeps a bounded
/// number of entries, however long the chain is.
/// </summary>
/// <remarks>
/// What can't be seen, by nobody: a chain that was rewritten to its end, with the store's own note of that end, since the
/// last anchor that can be had.
/// </remarks>
public sealed class AuditVerifier
{
    private readonly AuditExpectation expected;
    private readonly AuditFaults faults = new();
    private readonly AuditSuspects suspects = new();
    private readonly AuditAnchorCheck anchors;
    private readonly AuditNumbering numbering;
    private AuditEntry? last;
    private string? lastComputed;
    private bool isLastSound = true;
    private long? next;
    private bool isBeginningProved;

    public AuditVerifier(AuditExpectation expected)
    {
        this.expected = expected;
        anchors = new AuditAnchorCheck(expected.Anchors);
        numbering = new AuditNumbering(faults);
        next = expected.Before?.Sequence + 1;
        isBeginningProved = expected.Checkpoint is null;
    }

    /// <summary>How many entries there were.</summary>
    public long Entries { get; private set; }

    /// <summary>How many anchors were met and fit.</summary>
    public int AnchorsMatched => anchors.Matched;

    /// <summary>How much is wrong, after <see cref="Finish"/>.</summary>
    public long FaultCount => faults.Count;

    /// <summary>What is wrong, by place: the first 1,000 of it.</summary>
    public IReadOnlyList<AuditFault> Faults => faults.Kept;

    /// <summary>The first number, where there is one.</summary>
    public long? First { get; private set; }

    /// <summary>The number and hash of the last entry.</summary>
    public AuditEnd? Last => last is null ? null : new(last.Sequence, last.Hash);

    public void Add(AuditEntry entry)
    {
        Pass(entry.Sequence);
        var computed = AuditChain.Hash(entry.Sequence, entry.At, entry.Event, entry.PreviousHash);
        var offset = numbering.OffsetOf(entry, computed);
        if (offset is null)
        {
            faults.Add(AuditFaultKind.Changed, entry.Sequence, entry.Sequence);
            suspects.Add(entry);
        }

        var isSound = numbering.Take(entry, offset);
        if (isSound)
        {
            CheckLink(entry);
        }

        anchors.Pass(entry.Sequence - (offset ?? 0), isSound ? entry.Hash : null);
        isBeginningProved = isBeginningProved || (isSound && expected.Checkpoint!.IsProvedBy(entry.Event));
        (last, lastComputed, isLastSound) = (entry, computed, isSound);
    }

    /// <summary>An entry is there of which no more than its number can be told.</summary>
    public void AddUnreadable(long sequence)
    {
        Pass(sequence);
        numbering.Take(null, null);
        faults.Add(AuditFaultKind.Changed, sequence, sequence);
        (last, isLastSound) = (null, false);
    }

    /// <summary>In an export: an entry that stands before others which it belongs after, or behind those which it belongs before.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isLate">Whether its place was passed already.</param>
    public void AddMisplaced(AuditEntry entry, bool isLate)
    {
        var number = entry.Sequence;
        var isMissing =
            !isLate || faults.Has(f => f is { Kind: AuditFaultKind.Deleted } && f.From <= number && f.To >= number);
        faults.Remove(fault => fault.Kind is AuditFaultKind.Deleted && fault.From == number && fault.To == number);
        faults.Add(isMissing ? AuditFaultKind.Moved : AuditFaultKind.Inserted, number, number);
        if (!AuditSuspects.FitsAt(number, entry))
        {
            faults.Add(AuditFaultKind.Changed, number, number);
        }
    }

    public void Finish()
    {
        numbering.Finish();
        var end = (next ?? 1) - 1;
        if (expected.IsEndLost)
        {
            faults.Add(AuditFaultKind.EndForged, end, end);
        }
        else if (expected.End is { } kept)
        {
            CheckEnd(kept, end);
        }

        suspects.Explain(faults);
        var missing = Math.Max(expected.End?.Sequence ?? 0, anchors.Last?.Sequence ?? 0) + numbering.Offset;
        if (missing > end && !expected.HasGaps)
        {
            var shownBy = anchors.Last is { } anchor && anchor.Sequence > (expected.End?.Sequence ?? 0) ? anchor : null;
            faults.Add(new(AuditFaultKind.CutOff, end + 1, missing) { AnchoredAt = shownBy?.At });
        }

        if (!isBeginningProved)
        {
            faults.Add(AuditFaultKind.BeginningForged, 1, expected.Checkpoint!.Sequence);
        }

        anchors.Finish(faults);
    }

    private void CheckEnd(AuditEnd kept, long end)
    {
        var inStore = kept.Sequence + numbering.Offset;
        if (end > inStore)
        {
            // No number after the end was ever given, so none of them is missing.
            faults.Remove(fault => fault.Kind is AuditFaultKind.Deleted && fault.From > inStore);
            faults.Add(AuditFaultKind.Inserted, inStore + 1, end);
        }
        else if (end == inStore && last is not null && isLastSound && kept.Hash != last.Hash)
        {
            var isAnchored = anchors.LastGood == end;
            faults.Add(
                isAnchored ? AuditFaultKind.EndForged : AuditFaultKind.Rewritten,
                isAnchored ? end : anchors.LastGood + 1,
                end
            );
        }
    }

    private void Pass(long sequence)
    {
        Entries++;
        First ??= sequence;
        if (next is { } number && sequence > number && !expected.HasGaps)
        {
            faults.Add(AuditFaultKind.Deleted, number, sequence - 1);
            (last, isLastSound) = (null, false);
        }
        else if (next is { } following && sequence != following)
        {
            (last, isLastSound) = (null, false);
        }

        next = sequence == long.MaxValue ? sequence : sequence + 1;
    }

    /// <summary>Two entries that are each sound by itself must fit together.</summary>
    private void CheckLink(AuditEntry entry)
    {
        if (last is null)
        {
            CheckBeginning(entry);
        }
        else if (isLastSound && entry.PreviousHash != last.Hash && entry.PreviousHash != lastComputed)
        {
            // The earlier one is another than the one that the later was written after.
            faults.Add(AuditFaultKind.Changed, last.Sequence, last.Sequence);
        }
    }

    private void CheckBeginning(AuditEntry entry)
    {
        if (isLastSound && expected.Before is { } before && entry.PreviousHash != before.Hash)
        {
            faults.Add(
                expected.Checkpoint is null ? AuditFaultKind.Rewritten : AuditFaultKind.BeginningForged,
                expected.Checkpoint is null ? entry.Sequence : 1,
                expected.Checkpoint is null ? entry.Sequence : before.Sequence
            );
            isBeginningProved = true;
        }
    }
}
