using PimBot.Application.Work;
using PimBot.Channel.Connector;

namespace PimBot.Bot.Notifications;

/// <summary>What became of one attempt to bring somebody a card.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="Result">What the outbox does.</param>
/// <param name="Why">A code, for the audit.</param>
/// <param name="Reference">Where it was sent; null: nowhere.</param>
/// <param name="ActivityId">The message; null where the channel did not say.</param>
internal sealed record DeliveredCard(
    SendVerdict Verdict,
    OutboxResult Result,
    string Why,
    ConversationReference? Reference = null,
    string? ActivityId = null
)
{
    /// <summary>Whether the message is there, or may be.</summary>
    public bool IsThere => Verdict is SendVerdict.Delivered or SendVerdict.PerhapsDelivered;
}
