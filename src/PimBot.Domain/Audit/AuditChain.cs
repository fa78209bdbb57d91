using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

    private static string Hash(long sequence, DateTimeOffset at, AuditEvent happened, string previousHash)
    {
        string?[] fields =
        [
            sequence.ToString(CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ((int)happened.Action).ToString(CultureInfo.InvariantCulture),
            happened.Actor?.Value,
            happened.Subject?.Value,
            happened.Access?.Role.Value,
            happened.Access?.Scope.Value,
            happened.Request?.ToString(),
            happened.Grant?.ToString(),
            happened.Reason,
            happened.Ticket,
            happened.Detail,
            previousHash,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(fields.Select(Framed)))));
    }

    // Length before text, and a mark for "absent": no two different entries have the same bytes.
    private static string Framed(string? field) =>
        field is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
}
