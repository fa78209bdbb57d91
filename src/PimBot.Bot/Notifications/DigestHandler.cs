using System.Text.Json;
using PimBot.Application.Work;

namespace PimBot.Bot.Notifications;

/// <summary>Brings an administrator the weekly digest.</summary>
internal sealed class DigestHandler(LooseCardDelivery delivery, DigestReader reader) : IOutboxHandler
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

    public Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<DigestNotice>(message.Payload, JsonSerializerOptions.Web)!;
        var card = new LooseCard(notice.Person, "Digest", DigestReader.Subject)
        {
            Read = (work, zone, stop) => reader.CardAsync(work, notice.Person, zone, stop),
            Mail = address => new MailedNotice { Address = address, Occasion = notice.Week },
        };
        return delivery.BringAsync(message, card, cancellation);
    }
}
