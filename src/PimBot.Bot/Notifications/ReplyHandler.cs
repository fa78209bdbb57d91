using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>Sends what a turn answered.</summary>
internal sealed class ReplyHandler(IPimStore store, IConnectorClient connector, ChatOpener chats) : IOutboxHandler
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
        if (reply.Reference is { } reference)
        {
            return (await SendAsync(message, reply, reference, cancellation)).Result;
        }

        return reply.Person is { } person
            ? await SendToOwnChatAsync(message, reply, person, cancellation)
            : OutboxResult.Done;
    }

    private async Task<SendJudgement> SendAsync(
        OutboxMessage message,
        ReplyMessage reply,
        ConversationReference reference,
        CancellationToken cancellation
    )
    {
        if (reply.Updates is not { } id)
        {
            return SendJudgement.Of(await connector.SendAsync(reference, reply.Activity, cancellation), message);
        }

        var changed = await connector.UpdateAsync(reference, id, reply.Activity, cancellation);
        return changed.Kind is SendOutcomeKind.MessageGone
            ? SendJudgement.Of(await connector.SendAsync(reference, reply.Activity, cancellation), message)
            : SendJudgement.OfRepeatable(changed, message);
    }

    /// <summary>Opens the chat when there is none, and keeps it when something got there. Where that can't be done, the group where they asked is told so.</summary>
    private async Task<OutboxResult> SendToOwnChatAsync(
        OutboxMessage message,
        ReplyMessage reply,
        PersonId person,
        CancellationToken cancellation
    )
    {
        var (chat, opening) = await store.ReadAsync(
            async (work, stop) =>
                (
                    await PersonChats.FindAsync(work, person, stop),
                    await TenantChats.OpeningForAsync(work, person, stop)
                ),
            cancellation
        );
        if (chat is not null)
        {
            var known = await SendAsync(message, reply, chat.Reference, cancellation);
            return known.Verdict is SendVerdict.ReferenceGone
                ? OutboxResult.DoneAnd((work, stop) => PersonChats.ForgetAsync(work, person, stop))
                : known.Result;
        }

        if (opening is null)
        {
            return OutboxResult.Done;
        }

        var (outcome, opened, _) = await chats.OpenAsync(person, opening, cancellation);
        if (opened is null)
        {
            return SendJudgement.OfRepeatable(outcome, message).Result;
        }

        var sent = await SendAsync(message, reply, opened, cancellation);
        return sent.Verdict is SendVerdict.Delivered or SendVerdict.PerhapsDelivered
            ? OutboxResult.DoneAnd((work, stop) => PersonChats.KeepOpenedAsync(work, person, opened, stop))
            : sent.Result;
    }
}
