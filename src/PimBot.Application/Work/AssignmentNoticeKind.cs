namespace PimBot.Application.Work;

/// <summary>What people are told of standing assignments.</summary>
public enum AssignmentNoticeKind
{
    /// <summary>An assignment was made.</summary>
    Assigned = 1,

    /// <summary>Its kind or its times were changed, or it was extended or renewed.</summary>
    Changed = 2,

    Removed = 3,

    /// <summary>To the assignee: it ends in 14 days.</summary>
    EndIsNear = 4,

    /// <summary>To the assignee: it ends within a day.</summary>
    EndIsClose = 5,

    /// <summary>To the assignee: it is over.</summary>
    Ended = 6,

    /// <summary>To an administrator: a holder asks for more time, or another administrator asks to confirm.</summary>
    DecisionAsked = 7,

    /// <summary>To an administrator who was asked: it is settled, the card changes in place.</summary>
    DecisionSettled = 8,

    /// <summary>To the one who asked: what became of it.</summary>
    RequestSettled = 9,

    /// <summary>To administrators and the holder: it outlasts its end, because nobody else holds the role.</summary>
    LastHolderKept = 10,
}
