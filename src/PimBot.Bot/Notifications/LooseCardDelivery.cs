using PimBot.Application.Work;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>Brings somebody a <see cref="LooseCard"/>, in chat or, where that is not possible, by mail. Whom neither reaches stands in the audit.</summary>
internal sealed class LooseCardDelivery(IPimStore store, CardDelivery delivery, MailFallback mail)
{
    public async Task<OutboxResult> BringAsync(OutboxMessage message, LooseCard loose, CancellationToken cancellation)
    {
        var (to, card) = await store.ReadAsync(
            async (work, stop) =>
            {
                var to = await CardRecipient.ReadAsync(work, loose.Person, null, stop);
                return (to, await loose.Read(work, to.Zone, stop));
            },
            cancellation
        );
        if (card is null)
        {
            return OutboxResult.Done;
        }

        var sent = await delivery.SendAsync(message, to, Outgoing.Card(card, loose.Subject), cancellation);
        return sent.Verdict is SendVerdict.TryAgain
            ? sent.Result
            : OutboxResult.DoneAnd((work, stop) => RecordAsync(work, loose, to, sent, stop));
    }

    private async Task RecordAsync(
        IPimUnitOfWork work,
        LooseCard loose,
        CardRecipient to,
        DeliveredCard sent,
        CancellationToken cancellation
    )
    {
        await CardDelivery.RecordAsync(work, to, sent, cancellation);
        if (sent.Verdict is SendVerdict.Delivered || await mail.OweAsync(work, loose.Person, loose.Mail, cancellation))
        {
            return;
        }

        work.Audit.Append(
            new AuditEvent
            {
                Action = AuditAction.PersonUnreachable,
                Subject = loose.Person,
                Detail = $"{loose.What}: {sent.Why}",
            }
        );
    }
}
