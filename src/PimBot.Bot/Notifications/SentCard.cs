using PimBot.Channel.Connector;

namespace PimBot.Bot.Notifications;

/// <summary>A message that carries a card.</summary>
internal sealed record SentCard(ConversationReference Reference, string ActivityId, DateTimeOffset SentAt);
