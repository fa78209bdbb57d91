using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;
using PimBot.Channel.Connector;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Says in a group that what somebody asked there was answered in their own chat, or that they have none. It is owed
/// after the answers themselves and delivered after them, so it knows.
/// </summary>
internal sealed class GroupNoteHandler(IPimStore store, IConnectorClient connector) : IOutboxHandler
{
    public const string OutboxKind = "group-note";

    private const int LongestName = 80;

    public string Kind => OutboxKind;

    public static void Owe(TurnContext context)
    {
        var note = new GroupNote(
            PersonChats.ReferenceOf(context.Turn.Activity, context.Turn.TenantId),
            context.Person.Id,
            context.Person.Name
        );
        context.Work.Outbox.Enqueue(
            OutboxWriting.IdOf($"group-note/{context.Turn.Key}"),
            OutboxKind,
            OutboxWriting.OrderKeyOf(context.Person.Id),
            JsonSerializer.Serialize(note, OutgoingJson.Options)
        );
    }

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var note = JsonSerializer.Deserialize<GroupNote>(message.Payload, OutgoingJson.Options)!;
        var chat = await store.ReadAsync((work, stop) => PersonChats.FindAsync(work, note.Person, stop), cancellation);
        var name = SafeText.Clean(note.Name, LongestName);
        var text = chat is null
            ? $"{name}, what you asked is personal and I can’t reach you in a chat of our own. Open PimBot in Teams, then ask again there."
            : $"{name}, I answered you in our own chat.";
        var outcome = await connector.SendAsync(note.Reference, Outgoing.Text(text), cancellation);
        return SendJudgement.Of(outcome, message).Result;
    }
}
