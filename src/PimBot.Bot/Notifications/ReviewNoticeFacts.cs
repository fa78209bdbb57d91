using PimBot.Application.Work;
using PimBot.Channel.Cards;
using PimBot.Channel.Schema;

namespace PimBot.Bot.Notifications;

/// <summary>What the delivery of one notice of a review goes by.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="To">How the person is reached.</param>
/// <param name="Card">What is shown.</param>
/// <param name="Summary">What the notification says.</param>
internal sealed record ReviewNoticeFacts(ReviewNotice Notice, CardRecipient To, AdaptiveCard Card, string Summary)
{
    /// <summary>Under which id the messages that carry this card are remembered.</summary>
    public required Domain.Activations.RequestId CardsOf { get; init; }

    /// <summary>The messages that carry this card already.</summary>
    public IReadOnlyList<SentCard> Sent { get; init; } = [];

    /// <summary>What was true when this was read, to be compared after the delivery.</summary>
    public bool WasOpen { get; init; }

    /// <summary>Whether it asks somebody to answer: who can't be reached is replaced.</summary>
    public bool AsksForAnswers =>
        Notice.Kind
            is ReviewNoticeKind.Started
                or ReviewNoticeKind.SelfAsked
                or ReviewNoticeKind.Reminder
                or ReviewNoticeKind.TakenOver
                or ReviewNoticeKind.Reset;

    /// <summary>Whether only the messages change that are there already.</summary>
    public bool IsInPlace => Notice.Kind is ReviewNoticeKind.Settled;

    public Activity Activity => Outgoing.Card(Card, Summary);
}
