using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>A file of anchors, read and held against itself.</summary>
/// <param name="Anchors">Those whose seal holds.</param>
/// <param name="Faults">Lines that were changed, taken out or made by somebody without the key; one for all where no seal holds.</param>
/// <param name="Unreadable">Lines that are no anchors, as a crash in the middle of a line leaves them.</param>
public sealed record AnchorLines(
    IReadOnlyList<AuditAnchor> Anchors,
    IReadOnlyList<AuditFault> Faults,
    IReadOnlyList<long> Unreadable
)
{
    public static readonly AnchorLines None = new([], [], []);

    /// <summary>Whether no seal holds of those that there are: the key is another one, or the whole file is.</summary>
    public bool FitNowhere { get; private init; }

    /// <remarks>
    /// A line that names the seal of any line before it, or none where the first names none, is in its place: a line whose
    /// answer was lost, or that a stopped process sends late, stands beside the line that took its place. Nothing is hidden
    /// by that, for what it says is held against the chain like any other; a line that a later one names is still missed.
    /// </remarks>
    /// <param name="lines">In the file's order.</param>
    /// <param name="key">The secret that they must be sealed with; null: there is none.</param>
    /// <param name="until">Anchors that were set later are passed over; null: none.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<AnchorLines> ReadAsync(
        IAsyncEnumerable<string> lines,
        string? key,
        DateTimeOffset? until,
        CancellationToken cancellation
    )
    {
        var (anchors, faults, unreadable) = (new List<AuditAnchor>(), new List<AuditFault>(), new List<long>());
        var (number, known) = (0L, new HashSet<string>(StringComparer.Ordinal));
        var (isFirstKnown, holds) = (true, false);
        await foreach (var text in lines.WithCancellation(cancellation))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (AnchorLine.Read(text) is not { } line)
            {
                unreadable.Add(number);
                continue;
            }

            var isSealed = line.Seal == AuditAnchorSeal.Of(line.Anchor, line.Previous, key);
            holds |= isSealed;
            isFirstKnown &= known.Count > 0 || line.Previous is null;
            if (!isSealed || !(line.Previous is { } previous ? known.Contains(previous) : isFirstKnown))
            {
                faults.Add(new AuditFault(AuditFaultKind.AnchorForged, number, number));
            }

            if (isSealed && !(line.Anchor.At > until))
            {
                anchors.Add(line.Anchor);
            }

            known.Add(line.Seal);
        }

        var fitNowhere = known.Count > 0 && !holds;
        return new AnchorLines(anchors, fitNowhere ? [Foreign(faults)] : faults, unreadable)
        {
            FitNowhere = fitNowhere,
        };
    }

    private static AuditFault Foreign(List<AuditFault> faults) =>
        new(AuditFaultKind.AnchorsForeign, faults[0].From, faults[^1].From);
}
