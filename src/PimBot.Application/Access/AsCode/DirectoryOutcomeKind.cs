namespace PimBot.Application.Access.AsCode;

/// <summary>What became of applying a directory file.</summary>
public enum DirectoryOutcomeKind
{
    /// <summary>Everything in the plan was done.</summary>
    Applied = 1,

    /// <summary>There was nothing to do.</summary>
    NothingToDo = 2,

    /// <summary>The store was empty, and holds the whole file now.</summary>
    Loaded = 3,

    /// <summary>Part of the plan may not be done, so nothing was.</summary>
    Refused = 4,

    /// <summary>The store changed since the plan was confirmed, so nothing was done.</summary>
    ChangedMeanwhile = 5,
}
