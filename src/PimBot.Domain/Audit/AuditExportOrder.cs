namespace PimBot.Domain.Audit;

/// <summary>
/// Brings the lines of an export to a verifier in the order of their numbers, and says which stood elsewhere. A store
/// needs none of it: there the number is the place.
/// </summary>
public sealed class AuditExportOrder(AuditVerifier verifier, bool hasGaps)
{
    private const int MostEarly = 1000;

    private readonly Dictionary<long, AuditEntry> early = [];
    private (AuditEntry Entry, long Line)? held;
    private long line;
    private long? next;

    // By how much the numbers are ahead of the lines: it grows where entries are missing.
    private long ahead;

    public void Add(AuditEntry entry)
    {
        Release(entry);
        line++;
        next ??= entry.Sequence;
        ahead = line == 1 ? entry.Sequence - line : ahead;
        if (entry.Sequence < next)
        {
            verifier.AddMisplaced(entry, isLate: true);
        }
        else if (entry.Sequence > next && !hasGaps)
        {
            // Whether something is missing before it, or it is too early, the next line shows.
            held = (entry, line);
        }
        else
        {
            Pass(entry, line);
        }
    }

    /// <summary>A line is no entry: it counts as the one that belongs there.</summary>
    public void AddUnreadable()
    {
        Release(null);
        line++;
        var number = next ?? 1;
        verifier.AddUnreadable(number);
        next = number + 1;
    }

    public void Finish()
    {
        Release(null);
        verifier.Finish();
    }

    private bool IsInPlace(AuditEntry entry, long at) => entry.Sequence - at == ahead;

    private void Release(AuditEntry? following)
    {
        if (held is not var (waiting, at))
        {
            return;
        }

        held = null;
        var isEarly = following is not null && following.Sequence < waiting.Sequence && following.Sequence >= next;
        if (!isEarly || early.Count >= MostEarly || !early.TryAdd(waiting.Sequence, waiting))
        {
            Pass(waiting, at);
        }
        else if (!IsInPlace(waiting, at))
        {
            verifier.AddMisplaced(waiting, isLate: false);
        }
    }

    private void Pass(AuditEntry entry, long at)
    {
        if (early.Count > 0 && !IsInPlace(entry, at))
        {
            verifier.AddMisplaced(entry, isLate: false);
        }

        verifier.Add(entry);
        var following = entry.Sequence + 1;
        while (early.Remove(following, out var waiting))
        {
            verifier.Add(waiting);
            following++;
        }

        ahead = early.Count == 0 && following == entry.Sequence + 1 ? entry.Sequence - at : ahead;
        next = following;
    }
}
