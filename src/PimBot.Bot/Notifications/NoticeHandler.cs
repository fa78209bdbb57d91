using System.Text.Json;
using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.People;
using PimBot.Channel.Cards;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Brings people word of their requests, by cards rendered from the state at the moment of delivery. What is settled
/// changes in place; what somebody waits for comes as a new message, and the older card stops offering anything.
/// </summary>
internal sealed class NoticeHandler(IPimStore store, IConnectorClient connector, RequestCards cards) : IOutboxHandler
{
    public string Kind => OutboxKinds.Notice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<Notice>(message.Payload, JsonSerializerOptions.Web)!;
        var facts = await store.ReadAsync((work, stop) => ReadAsync(work, notice, stop), cancellation);
        if (facts is null || facts.IsPointless)
        {
            return OutboxResult.Done;
        }

        if (facts.Chat is null)
        {
            return OutboxResult.DoneAnd((work, stop) => UnreachableAsync(work, facts, "no-reference", stop));
        }

        return facts.InPlace
            ? await ChangeAsync(message, facts, facts.Chat, cancellation)
            : await SendAsync(message, facts, facts.Chat, cancellation);
    }

    private async Task<NoticeFacts?> ReadAsync(IPimUnitOfWork work, Notice notice, CancellationToken cancellation)
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
            card.Refreshing(verb, view, readers),
            old,
            await SentCards.OfAsync(work, notice.Request, notice.Person, cancellation)
        );
    }

    private static bool FollowsItsRequest(NoticeKind kind) =>
        kind is not (NoticeKind.EndIsNear or NoticeKind.RoleActivated or NoticeKind.RevocationDelayed);

    private async Task<OutboxResult> SendAsync(
        OutboxMessage message,
        NoticeFacts facts,
        PersonChat chat,
        CancellationToken cancellation
    )
    {
        var activity = Outgoing.Card(facts.Card, facts.Summary);
        var outcome = await connector.SendAsync(chat.Reference, activity, cancellation);
        var judgement = SendJudgement.Of(outcome, message);
        switch (judgement.Verdict)
        {
            case SendVerdict.TryAgain:
                return judgement.Result;
            case SendVerdict.Delivered or SendVerdict.PerhapsDelivered:
                await RetireAsync(facts, cancellation);
                return OutboxResult.DoneAnd(
                    (work, stop) => DeliveredAsync(work, facts, chat, outcome.ActivityId, stop)
                );
            default:
                return OutboxResult.DoneAnd(
                    async (work, stop) =>
                    {
                        if (judgement.Verdict is SendVerdict.ReferenceGone)
                        {
                            await PersonChats.ForgetAsync(work, facts.Notice.Person, stop);
                        }

                        await UnreachableAsync(work, facts, outcome.Detail ?? outcome.Kind.ToString(), stop);
                    }
                );
        }
    }

    /// <summary>The older cards of a request show its state without offering anything; a failure here costs only looks.</summary>
    private async Task RetireAsync(NoticeFacts facts, CancellationToken cancellation)
    {
        if (facts.Retired is not { } retired)
        {
            return;
        }

        foreach (var sent in facts.Sent)
        {
            await connector.UpdateAsync(
                sent.Reference,
                sent.ActivityId,
                Outgoing.Card(retired, facts.Summary),
                cancellation
            );
        }
    }

    private async Task<OutboxResult> ChangeAsync(
        OutboxMessage message,
        NoticeFacts facts,
        PersonChat chat,
        CancellationToken cancellation
    )
    {
        var gone = new List<SentCard>();
        foreach (var sent in facts.Sent)
        {
            var outcome = await connector.UpdateAsync(
                sent.Reference,
                sent.ActivityId,
                Outgoing.Card(facts.Card, facts.Summary),
                cancellation
            );
            var judgement = SendJudgement.Of(outcome, message);
            if (judgement.Verdict is SendVerdict.TryAgain)
            {
                return judgement.Result;
            }

            if (judgement.Verdict is SendVerdict.MessageGone or SendVerdict.ReferenceGone)
            {
                gone.Add(sent);
            }
        }

        if (gone.Count == facts.Sent.Count && facts.MustBeSeen)
        {
            return await SendAsync(message, facts, chat, cancellation);
        }

        return OutboxResult.DoneAnd(
            async (work, stop) =>
            {
                foreach (var sent in gone)
                {
                    await SentCards.RemoveAsync(work, facts.Notice.Request, facts.Notice.Person, sent, stop);
                }
            }
        );
    }

    private static async Task DeliveredAsync(
        IPimUnitOfWork work,
        NoticeFacts facts,
        PersonChat chat,
        string? activityId,
        CancellationToken cancellation
    )
    {
        var (notice, request) = (facts.Notice, facts.View.Request);
        if (facts.Retired is not null)
        {
            foreach (var old in facts.Sent)
            {
                await SentCards.RemoveAsync(work, notice.Request, notice.Person, old, cancellation);
            }
        }

        if (activityId is not null && facts.IsTracked)
        {
            var sent = new SentCard(chat.Reference, activityId, work.Now);
            await SentCards.AddAsync(work, notice.Request, notice.Person, sent, cancellation);
        }

        if (
            notice.Kind is NoticeKind.ApprovalAsked
            && await UnreachablePeople.RemoveAsync(work, notice.Request, notice.Person, cancellation)
        )
        {
            work.Tell(
                NoticeKind.RequestRefreshed,
                request.Requester,
                request.Id,
                $"reached/{notice.Person}/{work.Now.UtcTicks}"
            );
        }

        await CatchUpAsync(work, facts, cancellation);
    }

    // The request may have moved on while its card was under way: the card follows.
    private static async Task CatchUpAsync(IPimUnitOfWork work, NoticeFacts facts, CancellationToken cancellation)
    {
        var shown = facts.View.Request;
        var now = await work.Requests.FindAsync(shown.Id, cancellation);
        if (now is null || (now.State == shown.State && now.Version == shown.Version))
        {
            return;
        }

        var kind = facts.IsForApprover ? NoticeKind.ApprovalSettled : NoticeKind.RequestRefreshed;
        work.Tell(kind, facts.Notice.Person, shown.Id, $"caught-up/{now.Version}/{facts.Notice.Kind}");
    }

    private static async Task UnreachableAsync(
        IPimUnitOfWork work,
        NoticeFacts facts,
        string why,
        CancellationToken cancellation
    )
    {
        if (facts.Notice.Kind is not NoticeKind.ApprovalAsked)
        {
            return;
        }

        var request = facts.View.Request;
        if (!await UnreachablePeople.AddAsync(work, request, facts.Notice.Person, why, cancellation))
        {
            return;
        }

        var unreachable = await UnreachablePeople.OfAsync(work, request.Id, cancellation);
        var nobodyLeft = request.Asked.All(unreachable.Contains);
        work.Tell(
            nobodyLeft ? NoticeKind.RequestChanged : NoticeKind.RequestRefreshed,
            request.Requester,
            request.Id,
            $"unreachable/{facts.Notice.Person}"
        );
    }
}
