namespace PimBot.Domain.Policies;

/// <summary>Who is told, in the published matrix of notifications.</summary>
public enum NotificationRecipient
{
    Administrators = 1,

    /// <summary>The assignee, or the requester of an activation.</summary>
    Requestor = 2,

    Approvers = 3,
}
