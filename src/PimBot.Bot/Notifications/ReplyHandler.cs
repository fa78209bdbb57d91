using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>Sends what a turn answered.</summary>
internal sealed class ReplyHandler(IPimStore store, IConnectorClient connector) : IOutboxHandler
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
                : OutboxWriting.OrderKeyOf(reply.Reference!.ConversationId),
            JsonSerializer.Serialize(reply, OutgoingJson.Options)
        );

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var reply = JsonSerializer.Deserialize<ReplyMessage>(message.Payload, OutgoingJson.Options)!;
        if (await ReferenceAsync(reply, cancellation) is not { } reference)
        {
            return OutboxResult.Done;
        }

        if (reply.Updates is { } id)
        {
            var update = await connector.UpdateAsync(reference, id, reply.Activity, cancellation);
            if (update.Kind is not SendOutcomeKind.MessageGone)
            {
                return SendJudgement.OfRepeatable(update, message).Result;
            }
        }

        var outcome = await connector.SendAsync(reference, reply.Activity, cancellation);
        return SendJudgement.Of(outcome, message).Result;
    }

    /// <summary>Null: the person has no chat of their own; the group where they asked is told so.</summary>
    private async Task<ConversationReference?> ReferenceAsync(ReplyMessage reply, CancellationToken cancellation)
    {
        if (reply.Reference is not null || reply.Person is not { } person)
        {
            return reply.Reference;
        }

        var chat = await store.ReadAsync((work, stop) => PersonChats.FindAsync(work, person, stop), cancellation);
        return chat?.Reference;
    }
}
