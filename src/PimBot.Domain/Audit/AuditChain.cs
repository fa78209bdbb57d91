namespace PimBot.Domain.Audit;

/// <summary>
/// Links audit entries: each hash covers the entry and the hash before it, so that a changed, deleted, swapped or
/// inserted entry shows. A cut-off end shows only against a head that is kept elsewhere.
/// </summary>
public static class AuditChain
{
    public static readonly string Beginning = new('0', 64);

    /// <summary>The next link.</summary>
    public static AuditEntry Link(long sequence, DateTimeOffset at, AuditEvent happened, string previousHash)
    {
        var instant = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return new(sequence, instant, happened, previousHash, Hash(sequence, instant, happened, previousHash));
    }

    /// <summary>The sequence number of the first entry that does not fit, starting from the first entry given; null: the chain holds.</summary>
    /// <param name="entries">In order.</param>
    /// <param name="previousHash">The hash before the first of them.</param>
    /// <param name="firstSequence">The number that the first of them must have.</param>
    public static long? FirstFault(IEnumerable<AuditEntry> entries, string previousHash, long firstSequence)
    {
        var expected = firstSequence;
        foreach (var entry in entries)
        {
            if (
                entry.Sequence != expected
                || entry.PreviousHash != previousHash
                || entry.Hash != Hash(entry.Sequence, entry.At, entry.Event, previousHash)
            )
            {
                return expected;
            }

            previousHash = entry.Hash;
            expected++;
        }

        return null;
    }

    /// <summary>What an entry's hash must be: SHA-256 over its fields and the hash before, in 64 hexadecimal digits.</summary>
    /// <remarks>
    /// Each field is framed by its length, or marked as absent. A frame's end follows from its beginning, so the bytes
    /// fall into fields in one way only, and no two different lists of fields have the same bytes. An entry has 13 fields,
    /// or 16 when it has a group, a source or a correlation: entries of before there were these keep their hash, and the
    /// number of fields tells the two forms apart.
    /// </remarks>
    public static string Hash(long sequence, DateTimeOffset at, AuditEvent happened, string previousHash)
    {
        using var frames = new AuditFrames();
        frames.Add(sequence);
        frames.Add(at.UtcDateTime);
        frames.Add((int)happened.Action);
        frames.Add(happened.Actor?.Value);
        frames.Add(happened.Subject?.Value);
        frames.Add(happened.Access?.Role.Value);
        frames.Add(happened.Place?.Value);
        frames.Add(happened.Request?.Value);
        frames.Add(happened.Grant?.Value);
        frames.Add(happened.Reason);
        frames.Add(happened.Ticket);
        frames.Add(happened.Detail);
        if (happened is not { Group: null, Source: null, Correlation: null })
        {
            frames.Add(happened.Group?.Value);
            frames.Add(happened.Source);
            frames.Add(happened.Correlation);
        }

        frames.Add(previousHash);
        return frames.Hash();
    }
}
