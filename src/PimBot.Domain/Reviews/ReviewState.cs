namespace PimBot.Domain.Reviews;

/// <summary>The life of one occurrence; Graph's words.</summary>
public enum ReviewState
{
    /// <summary>Its start lies ahead, or waits for another review of the same role and scope to end.</summary>
    NotStarted = 1,

    /// <summary>Answers are taken.</summary>
    InProgress = 2,

    /// <summary>Its time is over; each item gets what is decided about it.</summary>
    Completing = 3,

    /// <summary>Everything is decided, nothing is applied yet.</summary>
    Completed = 4,

    /// <summary>Removals are under way.</summary>
    Applying = 5,

    /// <summary>Each item has its result.</summary>
    Applied = 6,

    /// <summary>An administrator ended it for good; nothing is applied.</summary>
    Stopped = 7,
}
