namespace PimBot.Bot.Reviews;

/// <summary>What an administrator does to a review. The names stand in cards: kept for good.</summary>
internal enum ReviewChange
{
    /// <summary>Ends this occurrence for good.</summary>
    Stop = 1,

    /// <summary>Ends this occurrence, where it runs, and lets none follow.</summary>
    StopSeries = 2,

    /// <summary>Takes back all answers.</summary>
    Reset = 3,

    /// <summary>Lets the results be applied.</summary>
    Apply = 4,
}
