namespace PimBot.Domain.Audit;

/// <summary>What a chain is held against.</summary>
public sealed record AuditExpectation
{
    /// <summary>After which place it begins; null: with whatever its first entry says, as an export of a part does.</summary>
    public AuditEnd? Before { get; init; }

    /// <summary>Where it must end; null: nobody kept that.</summary>
    public AuditEnd? End { get; init; }

    /// <summary>Whether somebody must have kept <see cref="End"/>, and it is gone.</summary>
    public bool IsEndLost { get; init; }

    /// <summary>The deletion by retention that explains its beginning.</summary>
    public AuditCheckpoint? Checkpoint { get; init; }

    /// <summary>Those of this store, in any order.</summary>
    public IReadOnlyCollection<AuditAnchor> Anchors { get; init; } = [];

    /// <summary>Whether entries may be left out, as in an export of a search: each is then held against itself and the anchors.</summary>
    public bool HasGaps { get; init; }

    /// <summary>A store's own.</summary>
    public static AuditExpectation Of(AuditEnd end, AuditCheckpoint? checkpoint) =>
        new()
        {
            Before = checkpoint is null ? AuditEnd.Beginning : new(checkpoint.Sequence, checkpoint.Hash),
            End = end,
            Checkpoint = checkpoint,
        };
}
