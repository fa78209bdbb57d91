namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>What an administrator does to a standing assignment. The names stand in cards: kept for good.</summary>
internal enum AssignmentChange
{
    Remove = 1,
    MakePermanent = 2,
    MakeEligible = 3,
    MakeActive = 4,

    /// <summary>Moves the end, to either side.</summary>
    Prolong = 5,
}
