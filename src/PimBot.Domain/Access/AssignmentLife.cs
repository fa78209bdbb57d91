namespace PimBot.Domain.Access;

/// <summary>What time does to an assignment, as pure functions.</summary>
public static class AssignmentLife
{
    /// <summary>How long the last holder of a guarded role is kept before the next look (ours).</summary>
    public static readonly TimeSpan KeepStep = TimeSpan.FromMinutes(15);

    /// <summary>The stage of an assignment that is made, or changed, now: notices whose time has passed are not caught up.</summary>
    public static AssignmentStage StageOf(DateTimeOffset? start, DateTimeOffset? end, DateTimeOffset now) =>
        (start, end) switch
        {
            _ when start > now => AssignmentStage.Scheduled,
            _ when end <= now => AssignmentStage.Ended,
            _ when end <= now + Assignment.LastNotice => AssignmentStage.EndIsClose,
            _ when end <= now + Assignment.ExtendBefore => AssignmentStage.EndIsNear,
            _ => AssignmentStage.Running,
        };

    /// <summary>The next stage, when its time has come; null when nothing is due. After a long pause only the newest stage counts.</summary>
    public static Assignment? Advance(Assignment assignment, DateTimeOffset now) =>
        assignment.NextDue > now || assignment.NextDue is null || assignment.Stage is AssignmentStage.Ended
            ? null
            : assignment with
            {
                Stage = Later(assignment, now),
            };

    /// <summary>Keeps the last holder of a guarded role past the end, until the next look.</summary>
    public static Assignment Keep(Assignment assignment, DateTimeOffset now) =>
        assignment with
        {
            End = now + KeepStep,
            KeptSince = assignment.KeptSince ?? now,
            Stage = AssignmentStage.EndIsClose,
        };

    private static AssignmentStage Later(Assignment assignment, DateTimeOffset now) =>
        assignment switch
        {
            _ when assignment.IsOverAt(now) => AssignmentStage.Ended,
            { Stage: AssignmentStage.Scheduled } => StageOf(null, assignment.End, now),
            _ when assignment.End <= now + Assignment.LastNotice => AssignmentStage.EndIsClose,
            _ => AssignmentStage.EndIsNear,
        };
}
