using System.Text.Json;
using PimBot.Application.Work;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Brings people word of their requests, by cards rendered from the state at the moment of delivery. What is settled
/// changes in place; what somebody waits for comes as a new message, and the older card stops offering anything.
/// </summary>
internal sealed class NoticeHandler(IPimStore store, CardDelivery delivery, MailFallback mail, NoticeReader reader)
    : IOutboxHandler
{
    public string Kind => OutboxKinds.Notice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<Notice>(message.Payload, JsonSerializerOptions.Web)!;
        var facts = await store.ReadAsync((work, stop) => reader.ReadAsync(work, notice, stop), cancellation);
        if (facts is null || facts.IsPointless)
        {
            return OutboxResult.Done;
        }

        return facts.InPlace
            ? await ChangeAsync(message, facts, cancellation)
            : await SendAsync(message, facts, cancellation);
    }

    private async Task<OutboxResult> SendAsync(OutboxMessage message, NoticeFacts facts, CancellationToken cancellation)
    {
        var sent = await delivery.SendAsync(message, facts.To, facts.Activity, cancellation);
        if (sent.Verdict is SendVerdict.TryAgain)
        {
            return sent.Result;
        }

        var stale =
            sent.IsThere && facts.Retired is { } retired
                ? await delivery.RetireAsync(message, facts.Sent, Outgoing.Card(retired, facts.Summary), cancellation)
                : [];
        return OutboxResult.DoneAnd((work, stop) => RecordAsync(work, facts, sent, stale, stop));
    }

    private async Task RecordAsync(
        IPimUnitOfWork work,
        NoticeFacts facts,
        DeliveredCard sent,
        IReadOnlyList<SentCard> stale,
        CancellationToken cancellation
    )
    {
        await CardDelivery.RecordAsync(work, facts.To, sent, cancellation);
        if (sent.IsThere)
        {
            await NoticeRecord.DeliveredAsync(work, facts, sent, cancellation);
            await NoticeRecord.RetiredAsync(work, facts, stale, cancellation);
        }

        // Also when nobody knows whether it is there: whoever waits for it should not count on it.
        if (sent.Verdict is not SendVerdict.Delivered && !await MailAsync(work, facts, cancellation))
        {
            await NoticeRecord.UnreachableAsync(work, facts, sent.Why, cancellation);
        }

        if (sent.IsThere)
        {
            await NoticeRecord.CatchUpAsync(work, facts, cancellation);
        }
    }

    private async Task<bool> MailAsync(IPimUnitOfWork work, NoticeFacts facts, CancellationToken cancellation)
    {
        var (kind, person, request, occasion) = facts.Notice;
        return facts.IsWorthMail
            && await mail.OweAsync(
                work,
                person,
                address => new MailedNotice { Address = address, OfRequest = new(kind, request, occasion) },
                cancellation
            );
    }

    private async Task<OutboxResult> ChangeAsync(
        OutboxMessage message,
        NoticeFacts facts,
        CancellationToken cancellation
    )
    {
        var (again, gone) = await delivery.ChangeAsync(message, facts.Sent, facts.Activity, cancellation);
        if (again is not null)
        {
            return again;
        }

        if (gone.Count == facts.Sent.Count && facts.MustBeSeen)
        {
            return await SendAsync(message, facts, cancellation);
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
}
