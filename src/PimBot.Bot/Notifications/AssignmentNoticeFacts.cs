using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Channel.Schema;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>What the delivery of one notice of an assignment goes by.</summary>
/// <param name="View">What it is about, now.</param>
/// <param name="To">How the person is reached; null for a mail address.</param>
/// <param name="Card">What is shown.</param>
/// <param name="Sent">The cards of this request that the person has.</param>
internal sealed record AssignmentNoticeFacts(
    AssignmentWordView View,
    CardRecipient? To,
    AdaptiveCard Card,
    IReadOnlyList<SentCard> Sent
)
{
    public AssignmentNotice Notice => View.Notice;

    /// <summary>What has become untrue on the way is not said.</summary>
    public bool IsPointless =>
        Notice.Kind switch
        {
            AssignmentNoticeKind.Assigned or AssignmentNoticeKind.Changed => View.Assignment?.IsOverAt(View.Now)
                is not false,
            AssignmentNoticeKind.EndIsNear => !StillEnds || View.Assignment!.Stage is not AssignmentStage.EndIsNear,
            AssignmentNoticeKind.EndIsClose => !StillEnds,
            AssignmentNoticeKind.Ended => View.Assignment?.IsOverAt(View.Now) is not true,
            AssignmentNoticeKind.DecisionAsked => View.Request is not { IsPending: true },
            AssignmentNoticeKind.DecisionSettled => Sent.Count == 0,
            _ => false,
        };

    public bool InPlace =>
        Sent.Count > 0 && Notice.Kind is AssignmentNoticeKind.DecisionAsked or AssignmentNoticeKind.DecisionSettled;

    public string Summary =>
        Notice.Kind switch
        {
            AssignmentNoticeKind.Assigned => $"{View.Role.Name} was assigned",
            AssignmentNoticeKind.Removed => $"{View.Role.Name} was removed",
            AssignmentNoticeKind.EndIsNear or AssignmentNoticeKind.EndIsClose => $"{View.Role.Name} ends soon",
            AssignmentNoticeKind.Ended => $"{View.Role.Name} has ended",
            AssignmentNoticeKind.LastHolderKept => $"{View.Role.Name} was kept past its end",
            AssignmentNoticeKind.DecisionAsked => $"{View.By?.Name} asks about {View.Role.Name}",
            _ => View.Role.Name,
        };

    public Activity Activity => Outgoing.Card(Card, Summary);

    private bool StillEnds =>
        View.Assignment is { } assignment && assignment.End == Notice.End && !assignment.IsOverAt(View.Now);
}
