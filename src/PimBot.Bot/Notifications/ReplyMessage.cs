using PimBot.Channel.Connector;
using PimBot.Channel.Schema;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>An answer that is owed: the payload of <see cref="ReplyHandler"/>.</summary>
/// <param name="Reference">The conversation; null: the own chat of <paramref name="Person"/>.</param>
/// <param name="Activity">What is sent.</param>
/// <param name="Updates">The message that it replaces; null: a new message.</param>
/// <param name="Person">Whose own chat it goes to, when there is no reference.</param>
internal sealed record ReplyMessage(
    ConversationReference? Reference,
    Activity Activity,
    string? Updates = null,
    PersonId? Person = null
);
