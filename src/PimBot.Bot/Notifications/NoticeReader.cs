using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>Reads what the delivery of a notice goes by, and renders its card from the present state.</summary>
internal sealed class NoticeReader(RequestCards cards)
{
    /// <summary>Null: the request is gone.</summary>
    public async Task<NoticeFacts?> ReadAsync(IPimUnitOfWork work, Notice notice, CancellationToken cancellation)
    {
        if (await RequestReader.ViewAsync(work, notice.Request, cancellation) is not { } view)
        {
            return null;
        }

        var to = await CardRecipient.ReadAsync(work, notice.Person, notice.Request, cancellation);
        var (card, old) = await RenderAsync(work, notice.Kind, view, to.Zone, cancellation);
        var verb = notice.Kind is NoticeKind.ApprovalAsked or NoticeKind.ApprovalSettled
            ? Verbs.ShowApproval
            : Verbs.ShowRequest;
        IReadOnlyList<string> readers =
            to.Chat is { Reference.UserId.Length: > 0 } chat && FollowsItsRequest(notice.Kind)
                ? [chat.Reference.UserId]
                : [];
        return new NoticeFacts(
            notice,
            view,
            to,
            card.Refreshing(verb, view, readers),
            old,
            await SentCards.OfAsync(work, notice.Request, notice.Person, cancellation),
            await IsQuietAsync(work, notice.Kind, view, cancellation)
        );
    }

    /// <summary>The card as it is now, and what an older one becomes; null: it stays.</summary>
    public async Task<(AdaptiveCard Card, AdaptiveCard? Old)> RenderAsync(
        IPimUnitOfWork work,
        NoticeKind kind,
        RequestView view,
        TimeZoneInfo zone,
        CancellationToken cancellation
    ) =>
        kind switch
        {
            NoticeKind.ApprovalAsked or NoticeKind.ApprovalSettled => (ApprovalCard.For(view, zone), null),
            NoticeKind.EndIsNear => (EndIsNearCard.For(view, zone), null),
            NoticeKind.RoleActivated => (AdministratorCard.Activated(view, zone), null),
            NoticeKind.RevocationDelayed => (AdministratorCard.RevocationDelayed(view, zone), null),
            _ => (
                await cards.ForRequesterAsync(
                    work,
                    view,
                    zone,
                    false,
                    cancellation,
                    tellsStricter: kind is NoticeKind.RulesStricter
                ),
                await cards.ForRequesterAsync(work, view, zone, true, cancellation)
            ),
        };

    private static async Task<bool> IsQuietAsync(
        IPimUnitOfWork work,
        NoticeKind kind,
        RequestView view,
        CancellationToken cancellation
    )
    {
        var mayBe =
            kind is NoticeKind.EndIsNear or NoticeKind.RulesStricter
            || (kind is NoticeKind.RequestChanged && !NoticeFacts.FollowsAtOnce(view));
        if (!mayBe)
        {
            return false;
        }

        var rule = await ActivationWord.RequestorRuleAsync(work, view.Request, cancellation);
        var mustBeActedUpon =
            kind is NoticeKind.EndIsNear or NoticeKind.RulesStricter
            || view.Request.State is RequestState.AwaitingVerification;
        return !rule.IsDefaultRecipientsEnabled || (rule.IsCriticalOnly && !mustBeActedUpon);
    }

    private static bool FollowsItsRequest(NoticeKind kind) =>
        kind is not (NoticeKind.RoleActivated or NoticeKind.RevocationDelayed);
}
