using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Cards;
using PimBot.Channel.Connector;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>What the delivery of one notice goes by.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="View">The request, now.</param>
/// <param name="Chat">Where the person is reached; null: nowhere yet.</param>
/// <param name="Opening">How a chat with them can be opened; null: it can't be, or has been tried in vain for this request.</param>
/// <param name="Card">What is shown.</param>
/// <param name="Retired">What the older cards become when a new one is sent; null: they stay.</param>
/// <param name="Sent">The cards of this request that the person has.</param>
internal sealed record NoticeFacts(
    Notice Notice,
    RequestView View,
    PersonChat? Chat,
    ConversationOpening? Opening,
    AdaptiveCard Card,
    AdaptiveCard? Retired,
    IReadOnlyList<SentCard> Sent
)
{
    public bool IsForApprover => Notice.Kind is NoticeKind.ApprovalAsked or NoticeKind.ApprovalSettled;

    /// <summary>What has become untrue on the way is not said.</summary>
    public bool IsPointless =>
        Notice.Kind switch
        {
            NoticeKind.ApprovalAsked => View.Request.State is not RequestState.PendingApproval,
            NoticeKind.EndIsNear => !View.IsActive,
            NoticeKind.ApprovalSettled or NoticeKind.RequestRefreshed => Sent.Count == 0,
            _ => false,
        };

    /// <summary>
    /// Whether the card that is there changes, instead of a new message. The requester's does when the step followed at
    /// once from what they just did themselves; what they had to wait for is worth a message.
    /// </summary>
    public bool InPlace =>
        Sent.Count > 0
        && Notice.Kind switch
        {
            NoticeKind.ApprovalSettled or NoticeKind.RequestRefreshed => true,
            NoticeKind.RequestChanged => FollowsAtOnce,
            _ => false,
        };

    /// <summary>Whether the word must reach the person even when the card that was to change is gone.</summary>
    public bool MustBeSeen => Notice.Kind is NoticeKind.RequestChanged;

    /// <summary>Whether the message changes with the request.</summary>
    public bool IsTracked =>
        Notice.Kind
            is NoticeKind.ApprovalAsked
                or NoticeKind.RequestShown
                or NoticeKind.RequestChanged
                or NoticeKind.EndIsNear;

    /// <summary>What the notification on the person's device says.</summary>
    public string Summary =>
        Notice.Kind switch
        {
            NoticeKind.ApprovalAsked => $"{View.Requester.Name} asks for {View.Role.Name}",
            NoticeKind.EndIsNear => $"{View.Role.Name} ends soon",
            NoticeKind.RoleActivated => $"{View.Requester.Name} activated {View.Role.Name}",
            NoticeKind.RevocationDelayed => $"{View.Role.Name} could not yet be removed",
            _ => View.Role.Name,
        };

    private bool FollowsAtOnce =>
        View.Request switch
        {
            { State: RequestState.PendingApproval } => true,
            // The grant itself is the news, and follows within a second.
            { State: RequestState.PendingProvisioning } => View.Grant is not { Failures: > 0 },
            { State: RequestState.Granted, Decision: null } => true,
            { State: RequestState.Provisioned, Decision: null, Ask.Start: null } => View.Grant is not { Failures: > 0 },
            _ => false,
        };
}
