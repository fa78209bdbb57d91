using System.Text.Json;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>Brings a reader word of an alert, in chat or, where that is not possible, by mail.</summary>
internal sealed class AlertNoticeHandler(
    IPimStore store,
    CardDelivery delivery,
    MailFallback mail,
    AlertNoticeReader reader
) : IOutboxHandler
{
    public string Kind => OutboxKinds.AlertNotice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<AlertNotice>(message.Payload, JsonSerializerOptions.Web)!;
        var (to, card) = await store.ReadAsync(
            async (work, stop) =>
            {
                var to = await CardRecipient.ReadAsync(work, notice.Person, null, stop);
                return (to, await reader.CardAsync(work, notice, to.Zone, stop));
            },
            cancellation
        );
        if (card is null)
        {
            return OutboxResult.Done;
        }

        var shown = Outgoing.Card(card, AlertNoticeReader.Subject(notice.Kind));
        var sent = await delivery.SendAsync(message, to, shown, cancellation);
        return sent.Verdict is SendVerdict.TryAgain
            ? sent.Result
            : OutboxResult.DoneAnd((work, stop) => RecordAsync(work, notice, to, sent, stop));
    }

    private async Task RecordAsync(
        IPimUnitOfWork work,
        AlertNotice notice,
        CardRecipient to,
        DeliveredCard sent,
        CancellationToken cancellation
    )
    {
        await CardDelivery.RecordAsync(work, to, sent, cancellation);
        if (sent.Verdict is SendVerdict.Delivered || await MailAsync(work, notice, cancellation))
        {
            return;
        }

        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.PersonUnreachable,
                Subject = notice.Person,
                Detail = $"{notice.Kind}: {sent.Why}",
            }
        );
    }

    private Task<bool> MailAsync(IPimUnitOfWork work, AlertNotice notice, CancellationToken cancellation) =>
        mail.OweAsync(
            work,
            notice.Person,
            address => new MailedNotice { Address = address, OfAlert = notice },
            cancellation
        );
}
