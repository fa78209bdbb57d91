namespace PimBot.Domain.Reviews;

/// <summary>What became of one item; Graph's <c>applyResult</c>, said more exactly.</summary>
public enum ReviewItemResult
{
    /// <summary>Nothing is decided yet.</summary>
    Open = 1,

    /// <summary>The assignment stays.</summary>
    Kept = 2,

    /// <summary>The assignment is to be removed, when the results are applied.</summary>
    ToRemove = 3,

    Removed = 4,

    /// <summary>It could not be removed; the item names the reason.</summary>
    Refused = 5,

    /// <summary>Its removal waits: for another administrator, or for another owner of the group.</summary>
    Waiting = 6,

    /// <summary>The assignment had ended, or was removed, before.</summary>
    Gone = 7,

    /// <summary>The assignment is another than the one that was reviewed: it stays.</summary>
    Changed = 8,
}
