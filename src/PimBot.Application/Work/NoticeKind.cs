namespace PimBot.Application.Work;

/// <summary>What people are told of.</summary>
public enum NoticeKind
{
    /// <summary>To the requester: the present state of the request, as an answer to what they just did.</summary>
    RequestShown = 1,

    /// <summary>To the requester: something changed that they wait for.</summary>
    RequestChanged = 2,

    /// <summary>To an approver: a decision is asked for.</summary>
    ApprovalAsked = 3,

    /// <summary>To an approver who was asked: it is settled, the card changes in place.</summary>
    ApprovalSettled = 4,

    /// <summary>To the requester: the end of the activation is near.</summary>
    EndIsNear = 5,

    /// <summary>To an administrator: somebody activated a role whose notification is on.</summary>
    RoleActivated = 6,

    /// <summary>To an administrator: access that is over could not yet be taken away.</summary>
    RevocationDelayed = 7,

    /// <summary>To the requester: a detail changed; the card changes in place, without a new message.</summary>
    RequestRefreshed = 8,

    /// <summary>To the requester: the role's settings became stricter, and that concerns the request they wait for.</summary>
    RulesStricter = 9,
}
