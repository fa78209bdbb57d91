namespace PimBot.Bot.Reviews;

/// <summary>Which results are shown. The names stand in cards: kept for good.</summary>
internal enum ReviewPart
{
    All = 1,

    /// <summary>Who lost it.</summary>
    Lost = 2,

    /// <summary>Who has it still, and why.</summary>
    Kept = 3,

    /// <summary>What is still to be done.</summary>
    Waiting = 4,
}
