using PimBot.Channel.Connector;
using PimBot.Channel.Schema;

namespace PimBot.Bot.Notifications;

/// <summary>An answer that is owed: the payload of <see cref="ReplyHandler"/>.</summary>
/// <param name="Reference">The conversation.</param>
/// <param name="Activity">What is sent.</param>
/// <param name="Updates">The message that it replaces; null: a new message.</param>
internal sealed record ReplyMessage(ConversationReference Reference, Activity Activity, string? Updates = null);
