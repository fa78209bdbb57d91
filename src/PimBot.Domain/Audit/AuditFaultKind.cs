namespace PimBot.Domain.Audit;

/// <summary>What was done to a chain, as far as it shows.</summary>
public enum AuditFaultKind
{
    /// <summary>An entry is another than the one that was written, or can't be read.</summary>
    Changed = 1,

    /// <summary>Entries are missing, whether or not the later ones were numbered anew.</summary>
    Deleted = 2,

    /// <summary>An entry stands where another belongs.</summary>
    Moved = 3,

    /// <summary>Two entries stand in each other's place.</summary>
    Swapped = 4,

    /// <summary>There are entries that the chain never had, or has elsewhere.</summary>
    Inserted = 5,

    /// <summary>The last entries are missing.</summary>
    CutOff = 6,

    /// <summary>The chain fits together and is another than the one that was anchored, or that its end was kept of.</summary>
    Rewritten = 7,

    /// <summary>The first entries are missing, and no entry of the chain says that retention deleted them.</summary>
    BeginningForged = 8,

    /// <summary>A line of the anchors was changed, removed or made by somebody without the key.</summary>
    AnchorForged = 9,

    /// <summary>No line of the anchors has a seal that holds: they were made with another key, or all of them by somebody without it.</summary>
    AnchorsForeign = 10,

    /// <summary>What the store keeps beside the chain, its name and its end, was changed or deleted, and the chain was not.</summary>
    EndForged = 11,
}
