namespace PimBot.Application.Work;

/// <summary>The kinds of outside effects that the application owes. The bot adds its own.</summary>
public static class OutboxKinds
{
    private const string OfAccess = "grant.";
    private const string OfAssignments = "assignment.";

    public const string EnsureGranted = "grant.ensure-granted";
    public const string EnsureRevoked = "grant.ensure-revoked";

    /// <summary>Makes the target hold what an active assignment gives now.</summary>
    public const string SyncAssignment = "assignment.sync";

    /// <summary>Makes the target take away what somebody else gave there.</summary>
    public const string RemoveOutsideAccess = "assignment.remove-outside";

    public const string AlertNotice = "notice.alert";

    public const string AssignmentNotice = "notice.assignment";

    /// <summary>Word of an access review.</summary>
    public const string ReviewNotice = "notice.review";

    public const string Notice = "notice";
    public const string ChannelNotice = "notice.channel";

    /// <summary>Word of something by mail.</summary>
    public const string Mail = "mail";

    /// <summary>By which lane messages of this kind are delivered.</summary>
    public static OutboxLane LaneOf(string kind) =>
        kind switch
        {
            Mail => OutboxLane.Mail,
            _ when kind.StartsWith(OfAccess, StringComparison.Ordinal) => OutboxLane.Access,
            _ when kind.StartsWith(OfAssignments, StringComparison.Ordinal) => OutboxLane.Access,
            _ => OutboxLane.Messages,
        };
}
