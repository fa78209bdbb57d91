using PimBot.Application.Activations;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>
/// A request as everybody in the approvers' channel sees it. It offers no decision: approvers get theirs when their
/// client fetches the card for them, or by the button, which says to everybody else that they can't decide.
/// </summary>
internal static class ChannelApprovalCard
{
    /// <param name="view">The present state.</param>
    /// <param name="approvers">The channel ids of the approvers that are known.</param>
    public static AdaptiveCard For(RequestView view, IReadOnlyList<string> approvers) =>
        view.Request.State is RequestState.PendingApproval && view.Now < view.Request.DecideBy
            ? Open(view).Refreshing(Verbs.ShowApproval, view, approvers)
            : ApprovalCard.For(view, TimeZoneInfo.Utc);

    private static AdaptiveCard Open(RequestView view)
    {
        var what = view.Request.Extends is null ? "asks for" : "asks for more time with";
        var body = new List<AdaptiveElement>
        {
            CardParts.Heading(CardText.Of($"{view.Requester.Name} {CardText.Literal(what)} {view.Role.Name}")),
            CardParts.Band(ContainerStyle.Accent, CardText.Literal("Waiting for an approver")),
        };
        ApprovalCard.AddRequest(body, view, TimeZoneInfo.Utc, isOpen: true);
        return CardParts.Card(
            CardText.Of($"{view.Requester.Name} {what} {view.Role.Name}. Approvers: say “approvals” to decide."),
            body,
            [CardParts.Button("Decide", Verbs.ShowApproval, CardData.Of(view.Request.Id), ActionStyle.Positive)]
        );
    }
}
