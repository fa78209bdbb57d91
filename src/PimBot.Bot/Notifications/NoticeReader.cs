using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.People;
using PimBot.Channel.Cards;
using PimBot.Channel.Connector;

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

        var chat = await PersonChats.FindAsync(work, notice.Person, cancellation);
        var zone = chat?.TimeZone ?? TimeZoneInfo.Utc;
        var (card, old) = notice.Kind switch
        {
            NoticeKind.ApprovalAsked or NoticeKind.ApprovalSettled => (ApprovalCard.For(view, zone), null),
            NoticeKind.EndIsNear => (EndIsNearCard.For(view, zone), null),
            NoticeKind.RoleActivated => (AdministratorCard.Activated(view, zone), null),
            NoticeKind.RevocationDelayed => (AdministratorCard.RevocationDelayed(view, zone), null),
            _ => (
                await cards.ForRequesterAsync(work, view, zone, false, cancellation),
                (AdaptiveCard?)await cards.ForRequesterAsync(work, view, zone, true, cancellation)
            ),
        };
        var verb = notice.Kind is NoticeKind.ApprovalAsked or NoticeKind.ApprovalSettled
            ? Verbs.ShowApproval
            : Verbs.ShowRequest;
        IReadOnlyList<string> readers =
            chat is { Reference.UserId.Length: > 0 } && FollowsItsRequest(notice.Kind) ? [chat.Reference.UserId] : [];
        return new NoticeFacts(
            notice,
            view,
            chat,
            chat is null ? await OpeningAsync(work, notice, cancellation) : null,
            card.Refreshing(verb, view, readers),
            old,
            await SentCards.OfAsync(work, notice.Request, notice.Person, cancellation)
        );
    }

    private static bool FollowsItsRequest(NoticeKind kind) =>
        kind is not (NoticeKind.RoleActivated or NoticeKind.RevocationDelayed);

    private static async Task<ConversationOpening?> OpeningAsync(
        IPimUnitOfWork work,
        Notice notice,
        CancellationToken cancellation
    )
    {
        var unreachable = await UnreachablePeople.OfAsync(work, notice.Request, cancellation);
        return unreachable.Contains(notice.Person)
            ? null
            : await TenantChats.OpeningForAsync(work, notice.Person, cancellation);
    }
}
