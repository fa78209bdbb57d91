using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Channel.Cards;
using PimBot.Channel.Schema;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>What the delivery of one notice goes by.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="View">The request, now.</param>
/// <param name="To">How the person is reached.</param>
/// <param name="Card">What is shown.</param>
/// <param name="Retired">What the older cards become when a new one is sent; null: they stay.</param>
/// <param name="Sent">The cards of this request that the person has.</param>
/// <param name="IsQuiet">Whether the role's settings spare the requester this message: only the card that is there changes.</param>
internal sealed record NoticeFacts(
    Notice Notice,
    RequestView View,
    CardRecipient To,
    AdaptiveCard Card,
    AdaptiveCard? Retired,
    IReadOnlyList<SentCard> Sent,
    bool IsQuiet = false
)
{
    public bool IsForApprover => Notice.Kind is NoticeKind.ApprovalAsked or NoticeKind.ApprovalSettled;

    /// <summary>What has become untrue on the way is not said.</summary>
    public bool IsPointless =>
        IsOvertaken(Notice.Kind, View)
        || (OnlyChanges && Sent.Count == 0)
        || (IsQuiet && Notice.Kind is NoticeKind.EndIsNear);

    /// <summary>Whether it is worth a mail where there is no chat: an answer to what somebody just said is not.</summary>
    public bool IsWorthMail => !OnlyChanges && Notice.Kind is not NoticeKind.RequestShown;

    private bool OnlyChanges => IsQuiet || Notice.Kind is NoticeKind.ApprovalSettled or NoticeKind.RequestRefreshed;

    /// <summary>Whether what was to be said has become untrue.</summary>
    public static bool IsOvertaken(NoticeKind kind, RequestView view) =>
        kind switch
        {
            NoticeKind.ApprovalAsked => view.Request.State is not RequestState.PendingApproval,
            NoticeKind.EndIsNear => !view.IsActive,
            NoticeKind.RulesStricter => !view.Request.IsPending,
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
            NoticeKind.RequestChanged => IsQuiet || FollowsAtOnce(View),
            NoticeKind.RulesStricter => IsQuiet,
            _ => false,
        };

    /// <summary>Whether the word must reach the person even when the card that was to change is gone.</summary>
    public bool MustBeSeen => Notice.Kind is NoticeKind.RequestChanged && !IsQuiet;

    /// <summary>Whether the message changes with the request.</summary>
    public bool IsTracked =>
        Notice.Kind
            is NoticeKind.ApprovalAsked
                or NoticeKind.RequestShown
                or NoticeKind.RequestChanged
                or NoticeKind.RulesStricter
                or NoticeKind.EndIsNear;

    /// <summary>What the notification on the person's device says.</summary>
    public string Summary => SummaryOf(Notice.Kind, View);

    public static string SummaryOf(NoticeKind kind, RequestView view) =>
        kind switch
        {
            NoticeKind.ApprovalAsked => $"{view.Requester.Name} asks for {view.Role.Name}",
            NoticeKind.EndIsNear => $"{view.Role.Name} ends soon",
            NoticeKind.RulesStricter => $"{view.Role.Name}: stricter settings concern your request",
            NoticeKind.RoleActivated => $"{view.Requester.Name} activated {view.Role.Name}",
            NoticeKind.RevocationDelayed => $"{view.Role.Name} could not yet be removed",
            _ => view.Role.Name,
        };

    public Activity Activity => Outgoing.Card(Card, Summary);

    /// <summary>Whether the present state follows at once from what the requester just did themselves.</summary>
    public static bool FollowsAtOnce(RequestView view) =>
        view.Request switch
        {
            { State: RequestState.PendingApproval } => true,
            // The grant itself is the news, and follows within a second.
            { State: RequestState.PendingProvisioning } => view.Grant is not { Failures: > 0 },
            { State: RequestState.Granted, Decision: null } => true,
            { State: RequestState.Provisioned, Decision: null, Ask.Start: null } => view.Grant is not { Failures: > 0 },
            _ => false,
        };
}
