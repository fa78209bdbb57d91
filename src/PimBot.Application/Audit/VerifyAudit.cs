using System.Buffers;
using System.IO.Pipelines;
using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Holds a store's audit, or an export of it, against itself and against what was said of it outside.</summary>
public static class VerifyAudit
{
    private const int LongestLine = 1 << 20;

    /// <summary>The whole chain of a store.</summary>
    /// <param name="work">A read.</param>
    /// <param name="anchors">Of any stores; those of others are passed over.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<AuditVerification> StoreAsync(
        IPimUnitOfWork work,
        IReadOnlyCollection<AuditAnchor> anchors,
        CancellationToken cancellation
    )
    {
        var standing = await work.Audit.StandingAsync(cancellation);
        // The note of the end is written with the first entry: it is never missing by itself.
        var isEndLost =
            standing.Store is null
            && standing.End == AuditEnd.Beginning
            && await work.AuditSearch.BoundsAsync(cancellation) is not null;
        var own =
            isEndLost && anchors.Select(anchor => anchor.Store).Distinct().Count() == 1
                ? [.. anchors]
                : anchors.Where(anchor => anchor.Store == standing.Store).ToList();
        var expected = AuditExpectation.Of(standing.End, standing.Checkpoint);
        var verifier = new AuditVerifier(expected with { Anchors = own, IsEndLost = isEndLost });
        await foreach (var link in work.Audit.ScanAsync(cancellation))
        {
            if (link.Entry is { } entry)
            {
                verifier.Add(entry);
            }
            else
            {
                verifier.AddUnreadable(link.Sequence);
            }
        }

        verifier.Finish();
        return new AuditVerification(verifier, standing.Store, own.Count) { Checkpoint = standing.Checkpoint };
    }

    /// <summary>A file of lines as <see cref="AuditLine"/> writes them.</summary>
    /// <param name="export">The file.</param>
    /// <param name="anchors">Of any stores; those of others are passed over.</param>
    /// <param name="hasGaps">Whether it is an export of a search, in which entries are left out.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidDataException">There is nothing in it that could be verified, such as in a CSV file.</exception>
    public static async Task<AuditVerification> ExportAsync(
        Stream export,
        IReadOnlyCollection<AuditAnchor> anchors,
        bool hasGaps,
        CancellationToken cancellation
    )
    {
        var run = new ExportRun(anchors, hasGaps);
        var reader = PipeReader.Create(export, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                run.Take(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                run.Take(rest);
                return run.Finish();
            }

            if (rest.Length > LongestLine)
            {
                throw new InvalidDataException(
                    $"line {run.Lines + 1} is longer than {LongestLine} bytes: it is no export of an audit."
                );
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }
    }

    private sealed class ExportRun(IReadOnlyCollection<AuditAnchor> anchors, bool hasGaps)
    {
        private readonly List<string> unreadable = [];
        private AuditVerifier? verifier;
        private AuditExportOrder? order;
        private string? store;
        private int own;
        private bool hasEntry;

        public long Lines { get; private set; }

        public void Take(ReadOnlySequence<byte> bytes)
        {
            Lines++;
            var line = bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();
            line = line.Trim(" \t\r"u8);
            if (line.IsEmpty)
            {
                return;
            }

            var reading = AuditLine.Read(line);
            if (order is null)
            {
                Begin(reading.Store);
            }

            hasEntry |= reading.Entry is not null;
            if (reading.Entry is { } entry && reading.Store == store)
            {
                order!.Add(entry);
                return;
            }

            if (unreadable.Count < AuditVerification.MostNotes)
            {
                unreadable.Add($"Line {Lines} {reading.Fault ?? "is of another store"}.");
            }

            order!.AddUnreadable();
        }

        public AuditVerification Finish()
        {
            if (!hasEntry)
            {
                throw new InvalidDataException(
                    order is null
                        ? "there is nothing in it."
                        : "none of its lines is an entry. What can be verified is an export as JSON Lines (jsonl), not as CSV."
                );
            }

            order!.Finish();
            return new AuditVerification(verifier!, store, own) { Notes = unreadable };
        }

        private void Begin(string? first)
        {
            store = first;
            var mine = anchors.Where(anchor => anchor.Store == first).ToList();
            own = mine.Count;
            verifier = new AuditVerifier(new AuditExpectation { Anchors = mine, HasGaps = hasGaps });
            order = new AuditExportOrder(verifier, hasGaps);
        }
    }
}
