namespace PimBot.Domain.Audit;

/// <summary>
/// Follows how far entries stand from the number that they were written under: one that stands elsewhere was moved; when
/// all that follow stand as far, something was taken out or put in before, and the rest numbered anew.
/// </summary>
internal sealed class AuditNumbering(AuditFaults faults)
{
    private const int Reach = 1000;
    private const int MostSearches = 50;

    private int searches;
    private (AuditEntry Entry, long Offset)? open;

    /// <summary>By how much the entries stand too far behind at present; negative: too far before.</summary>
    public long Offset { get; private set; }

    /// <summary>The entry's number less the one that its hash was made with; null: by none that was tried.</summary>
    public long? OffsetOf(AuditEntry entry, string computed)
    {
        if (computed == entry.Hash)
        {
            return 0;
        }

        if (Offset != 0 && AuditSuspects.FitsAt(entry.Sequence - Offset, entry))
        {
            return Offset;
        }

        for (var distance = 1; distance <= (searches < MostSearches ? Reach : 1); distance++)
        {
            if (AuditSuspects.FitsAt(entry.Sequence - distance, entry))
            {
                return distance;
            }

            if (AuditSuspects.FitsAt(entry.Sequence + distance, entry))
            {
                return -distance;
            }
        }

        searches++;
        return null;
    }

    /// <returns>Whether the entry is sound, and stands where those before it make it stand.</returns>
    public bool Take(AuditEntry? entry, long? offset)
    {
        if (open is { } earlier)
        {
            open = null;
            if (offset == earlier.Offset)
            {
                Shift(earlier.Entry.Sequence, earlier.Offset);
                return false;
            }

            Move(earlier.Entry, earlier.Offset);
        }

        if (entry is not null && offset is { } found && found != Offset)
        {
            open = (entry, found);
        }

        return offset == Offset;
    }

    public void Finish()
    {
        if (open is { } earlier)
        {
            Move(earlier.Entry, earlier.Offset);
        }
    }

    private void Move(AuditEntry entry, long offset) =>
        faults.Add(
            new AuditFault(AuditFaultKind.Moved, entry.Sequence, entry.Sequence) { Origin = entry.Sequence - offset }
        );

    private void Shift(long sequence, long offset)
    {
        if (offset > Offset)
        {
            var (from, to) = (sequence - (offset - Offset), sequence - 1);
            faults.Remove(fault =>
                fault.Kind is AuditFaultKind.Changed or AuditFaultKind.Moved && fault.From >= from && fault.From <= to
            );
            faults.Add(AuditFaultKind.Inserted, from, to);
        }
        else
        {
            faults.Add(AuditFaultKind.Deleted, sequence - Offset, sequence - offset - 1);
        }

        Offset = offset;
    }
}
