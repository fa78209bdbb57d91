namespace PimBot.Domain.Audit;

/// <summary>
/// Brings the lines of an export to a verifier in the order of their numbers, and says which stood elsewhere. A store
/// needs none of it: there the number is the place.
/// </summary>
public sealed class AuditExportOrder(AuditVerifier verifier, bool hasGaps)
{
    private const int MostEarly = 1000;

    private readonly Dictionary<long, AuditEntry> early = [];
    private AuditEntry? held;
    private long? next;

    public void Add(AuditEntry entry)
    {
        Release(entry);
        next ??= entry.Sequence;
        if (entry.Sequence < next)
        {
            verifier.AddMisplaced(entry, isLate: true);
        }
        else if (entry.Sequence > next && !hasGaps)
        {
            // Whether something is missing before it, or it is too early, the next line shows.
            held = entry;
        }
        else
        {
            Pass(entry);
        }
    }

    /// <summary>A line is no entry: it counts as the one that belongs there.</summary>
    public void AddUnreadable()
    {
        Release(null);
        var number = next ?? 1;
        verifier.AddUnreadable(number);
        next = number + 1;
    }

    public void Finish()
    {
        Release(null);
        verifier.Finish();
    }

    private void Release(AuditEntry? following)
    {
        if (held is not { } waiting)
        {
            return;
        }

        held = null;
        if (
            following is not null
            && following.Sequence < waiting.Sequence
            && following.Sequence >= next
            && early.Count < MostEarly
            && early.TryAdd(waiting.Sequence, waiting)
        )
        {
            verifier.AddMisplaced(waiting, isLate: false);
        }
        else
        {
            Pass(waiting);
        }
    }

    private void Pass(AuditEntry entry)
    {
        verifier.Add(entry);
        var following = entry.Sequence + 1;
        while (early.Remove(following, out var waiting))
        {
            verifier.Add(waiting);
            following++;
        }

        next = following;
    }
}
