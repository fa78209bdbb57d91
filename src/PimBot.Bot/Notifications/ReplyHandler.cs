using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>Sends what a turn answered.</summary>
internal sealed class ReplyHandler(IConnectorClient connector) : IOutboxHandler
{
    public const string OutboxKind = "reply";

    public string Kind => OutboxKind;

    /// <summary>Owes an answer, in order with everything else that goes to this person.</summary>
    public static void Owe(IPimUnitOfWork work, Guid id, PersonId? person, ReplyMessage reply) =>
        work.Outbox.Enqueue(
            id,
            OutboxKind,
            person is { } known
                ? OutboxWriting.OrderKeyOf(known)
                : $"conversation/{OutboxWriting.IdOf(reply.Reference.ConversationId):N}",
            JsonSerializer.Serialize(reply, OutgoingJson.Options)
        );

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var reply = JsonSerializer.Deserialize<ReplyMessage>(message.Payload, OutgoingJson.Options)!;
        var outcome = reply.Updates is { } id
            ? await connector.UpdateAsync(reply.Reference, id, reply.Activity, cancellation)
            : await connector.SendAsync(reply.Reference, reply.Activity, cancellation);
        if (reply.Updates is not null && outcome.Kind is SendOutcomeKind.MessageGone)
        {
            outcome = await connector.SendAsync(reply.Reference, reply.Activity, cancellation);
        }

        return SendJudgement.Of(outcome, message).Result;
    }
}
