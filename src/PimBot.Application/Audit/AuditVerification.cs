using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>What a verification found.</summary>
public sealed record AuditVerification
{
    public const int MostNotes = 100;

    internal AuditVerification(AuditVerifier verifier, string? store, int anchors) =>
        (Entries, First, Last, Store, Anchors, AnchorsMatched, FaultCount, Faults) = (
            verifier.Entries,
            verifier.First,
            verifier.Last,
            store,
            anchors,
            verifier.AnchorsMatched,
            verifier.FaultCount,
            verifier.Faults
        );

    /// <summary>How many entries there were.</summary>
    public long Entries { get; }

    public long? First { get; }

    public AuditEnd? Last { get; }

    public string? Store { get; }

    /// <summary>How many anchors of this store there are.</summary>
    public int Anchors { get; }

    /// <summary>How many of them were met and fit.</summary>
    public int AnchorsMatched { get; }

    /// <summary>How much is wrong.</summary>
    public long FaultCount { get; init; }

    /// <summary>What is wrong, by place: at most the first 1,000 of it.</summary>
    public IReadOnlyList<AuditFault> Faults { get; init; }

    public AuditCheckpoint? Checkpoint { get; init; }

    /// <summary>Why lines of an export can't be read: the first 100.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether it was to be held against anchors, of which none is of this store: another one's, or its name was changed.</summary>
    public bool IsUnanchored { get; init; }

    public bool IsIntact => FaultCount == 0;
}
