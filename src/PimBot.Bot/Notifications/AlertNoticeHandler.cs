using System.Text.Json;
using PimBot.Application.Alerts;
using PimBot.Application.Work;

namespace PimBot.Bot.Notifications;

/// <summary>Brings a reader word of an alert.</summary>
internal sealed class AlertNoticeHandler(LooseCardDelivery delivery, AlertNoticeReader reader) : IOutboxHandler
{
    public string Kind => OutboxKinds.AlertNotice;

    public Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<AlertNotice>(message.Payload, JsonSerializerOptions.Web)!;
        var card = new LooseCard(notice.Person, $"{notice.Kind}", AlertNoticeReader.Subject(notice.Kind))
        {
            Read = (work, zone, stop) => reader.CardAsync(work, notice, zone, stop),
            Mail = address => new MailedNotice { Address = address, OfAlert = notice },
        };
        return delivery.BringAsync(message, card, cancellation);
    }
}
