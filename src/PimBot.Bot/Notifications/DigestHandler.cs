using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Bot.Notifications;

/// <summary>Brings an administrator the weekly digest, in chat or, where that is not possible, by mail.</summary>
internal sealed class DigestHandler(IPimStore store, CardDelivery delivery, MailFallback mail, DigestReader reader)
    : IOutboxHandler
{
    private const string OutboxKind = "notice.digest";

    public string Kind => OutboxKind;

    /// <summary>Owes a digest. One person and week is one.</summary>
    public static void Owe(IPimUnitOfWork work, DigestNotice notice) =>
        work.Outbox.Enqueue(
            OutboxWriting.IdOf($"{OutboxKind}/{notice.Person}/{notice.Week}"),
            OutboxKind,
            OutboxWriting.OrderKeyOf(notice.Person),
            JsonSerializer.Serialize(notice, JsonSerializerOptions.Web)
        );

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<DigestNotice>(message.Payload, JsonSerializerOptions.Web)!;
        var (to, card) = await store.ReadAsync(
            async (work, stop) =>
            {
                var to = await CardRecipient.ReadAsync(work, notice.Person, null, stop);
                return (to, await reader.CardAsync(work, notice.Person, to.Zone, stop));
            },
            cancellation
        );
        if (card is null)
        {
            return OutboxResult.Done;
        }

        var sent = await delivery.SendAsync(message, to, Outgoing.Card(card, DigestReader.Subject), cancellation);
        return sent.Verdict is SendVerdict.TryAgain
            ? sent.Result
            : OutboxResult.DoneAnd((work, stop) => RecordAsync(work, notice, to, sent, stop));
    }

    private async Task RecordAsync(
        IPimUnitOfWork work,
        DigestNotice notice,
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
                Detail = $"Digest: {sent.Why}",
            }
        );
    }

    private Task<bool> MailAsync(IPimUnitOfWork work, DigestNotice notice, CancellationToken cancellation) =>
        mail.OweAsync(
            work,
            notice.Person,
            address => new MailedNotice { Address = address, Occasion = notice.Week },
            cancellation
        );
}
