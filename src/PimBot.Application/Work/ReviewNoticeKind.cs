namespace PimBot.Application.Work;

/// <summary>What people are told of access reviews.</summary>
public enum ReviewNoticeKind
{
    /// <summary>To a reviewer: a review began, here are its members.</summary>
    Started = 1,

    /// <summary>To a member who is asked about themselves: one question, the notice's item.</summary>
    SelfAsked = 2,

    /// <summary>To a reviewer who still owes answers: half of the time is over.</summary>
    Reminder = 3,

    /// <summary>To a fallback reviewer: somebody can't be reached, please answer in their place.</summary>
    TakenOver = 4,

    /// <summary>To a reviewer: all answers were taken back, please answer again.</summary>
    Reset = 5,

    /// <summary>To a reviewer: the review is over or was stopped, and the card changes in place.</summary>
    Settled = 6,

    /// <summary>To administrators and who started it: everything is decided, and somebody must apply it.</summary>
    Completed = 7,

    /// <summary>To administrators and who started it: the results, applied.</summary>
    Applied = 8,

    /// <summary>To who started it: another administrator stopped it.</summary>
    Stopped = 9,

    /// <summary>To whose assignment the review removed: what, and why. The item is the notice's.</summary>
    Removed = 10,
}
