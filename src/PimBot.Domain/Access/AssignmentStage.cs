namespace PimBot.Domain.Access;

/// <summary>What time has done to an assignment so far. Whether it holds is said by its times alone.</summary>
public enum AssignmentStage
{
    /// <summary>Its start lies ahead.</summary>
    Scheduled = 1,

    /// <summary>It began; nobody was told of its end yet.</summary>
    Running = 2,

    /// <summary>Its holder was told 14 days before the end.</summary>
    EndIsNear = 3,

    /// <summary>Its holder was told a day before the end.</summary>
    EndIsClose = 4,

    /// <summary>It is over; it is kept for as long as it can be renewed.</summary>
    Ended = 5,
}
