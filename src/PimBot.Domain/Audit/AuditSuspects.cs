namespace PimBot.Domain.Audit;

/// <summary>
/// Finds out whether entries that don't fit their hash are others' content or stand at others' place: in the end, by
/// trying each at the place of each.
/// </summary>
internal sealed class AuditSuspects
{
    private const int Most = 500;

    private readonly List<AuditEntry> entries = [];

    public void Add(AuditEntry entry)
    {
        if (entries.Count < Most)
        {
            entries.Add(entry);
        }
    }

    public void Explain(AuditFaults faults)
    {
        FindMoved(faults);
        FindExchanged(faults);
        Pair(faults);
    }

    private void FindMoved(AuditFaults faults)
    {
        var places = entries
            .Select(entry => entry.Sequence)
            .Concat(
                faults
                    .Kept.Where(fault => fault.Kind is AuditFaultKind.Deleted && fault.From == fault.To)
                    .Take(Most)
                    .Select(fault => fault.From)
            )
            .ToList();
        foreach (var entry in entries)
        {
            if (places.Find(place => FitsAt(place, entry)) is > 0 and var origin)
            {
                faults.Remove(fault => IsChange(fault, entry) || IsGap(fault, origin));
                faults.Add(new AuditFault(AuditFaultKind.Moved, entry.Sequence, entry.Sequence) { Origin = origin });
            }
        }
    }

    // The numbers and hashes stayed, and what they are about was exchanged.
    private void FindExchanged(AuditFaults faults)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            for (var j = i + 1; j < entries.Count; j++)
            {
                if (FitsWith(entries[i], entries[j]) && FitsWith(entries[j], entries[i]))
                {
                    faults.Remove(fault => IsChange(fault, entries[i]) || IsChange(fault, entries[j]));
                    faults.Add(AuditFaultKind.Swapped, entries[i].Sequence, entries[j].Sequence);
                }
            }
        }
    }

    /// <summary>Two that are each at the other's place were swapped.</summary>
    public static void Pair(AuditFaults faults)
    {
        var moved = faults.Kept.Where(fault => fault.Kind is AuditFaultKind.Moved).ToList();
        if (moved is [{ Origin: null } one, { Origin: null } other])
        {
            faults.Remove(fault => fault == one || fault == other);
            faults.Add(AuditFaultKind.Swapped, one.From, other.From);
        }

        foreach (var first in moved.Where(fault => fault.From < fault.Origin))
        {
            if (moved.Find(back => back.From == first.Origin && back.Origin == first.From) is { } second)
            {
                faults.Remove(fault => fault == first || fault == second);
                faults.Add(AuditFaultKind.Swapped, first.From, second.From);
            }
        }
    }

    public static bool FitsAt(long place, AuditEntry entry) =>
        AuditChain.Hash(place, entry.At, entry.Event, entry.PreviousHash) == entry.Hash;

    private static bool FitsWith(AuditEntry place, AuditEntry content) =>
        AuditChain.Hash(place.Sequence, content.At, content.Event, place.PreviousHash) == place.Hash
        || AuditChain.Hash(place.Sequence, place.At, content.Event, place.PreviousHash) == place.Hash;

    private static bool IsChange(AuditFault fault, AuditEntry entry) =>
        fault.Kind is AuditFaultKind.Changed && fault.From == entry.Sequence;

    private static bool IsGap(AuditFault fault, long number) =>
        fault.Kind is AuditFaultKind.Deleted && fault.From == number && fault.To == number;
}
