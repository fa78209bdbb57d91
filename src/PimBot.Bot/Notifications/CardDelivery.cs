using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Connector;
using PimBot.Channel.Schema;

namespace PimBot.Bot.Notifications;

/// <summary>Brings a card to one person: in their chat, in one that is opened for it, or in the messages that carry it already.</summary>
internal sealed class CardDelivery(IConnectorClient connector, ChatOpener chats)
{
    /// <summary>Sends it as a new message.</summary>
    public async Task<DeliveredCard> SendAsync(
        OutboxMessage message,
        CardRecipient to,
        Activity card,
        CancellationToken cancellation
    )
    {
        if (to.Chat is { } chat)
        {
            return await SendAsync(message, chat.Reference, card, cancellation);
        }

        if (to.Opening is not { } opening)
        {
            return new DeliveredCard(SendVerdict.Unreachable, OutboxResult.Done, "no-reference");
        }

        var (outcome, opened, _) = await chats.OpenAsync(to.Person, opening, cancellation);
        if (opened is not null)
        {
            return await SendAsync(message, opened, card, cancellation);
        }

        var judgement = SendJudgement.OfRepeatable(outcome, message);
        return judgement.Verdict is SendVerdict.TryAgain
            ? new DeliveredCard(SendVerdict.TryAgain, judgement.Result, WhyOf(outcome))
            : new DeliveredCard(SendVerdict.Unreachable, OutboxResult.Done, WhyOf(outcome));
    }

    /// <summary>Changes the messages that carry it.</summary>
    /// <returns>Those that are gone; or, first, what the outbox is to do when it must be tried again.</returns>
    public async Task<(OutboxResult? Again, IReadOnlyList<SentCard> Gone)> ChangeAsync(
        OutboxMessage message,
        IReadOnlyList<SentCard> sent,
        Activity card,
        CancellationToken cancellation
    )
    {
        var gone = new List<SentCard>();
        foreach (var one in sent)
        {
            var outcome = await connector.UpdateAsync(one.Reference, one.ActivityId, card, cancellation);
            var judgement = SendJudgement.OfRepeatable(outcome, message);
            switch (judgement.Verdict)
            {
                case SendVerdict.TryAgain:
                    return (judgement.Result, gone);
                case SendVerdict.MessageGone or SendVerdict.ReferenceGone:
                    gone.Add(one);
                    break;
            }
        }

        return (null, gone);
    }

    /// <summary>Changes each of the messages, whatever becomes of the others. Returns those that could not be changed yet.</summary>
    public async Task<IReadOnlyList<SentCard>> RetireAsync(
        OutboxMessage message,
        IReadOnlyList<SentCard> sent,
        Activity card,
        CancellationToken cancellation
    )
    {
        var stale = new List<SentCard>();
        foreach (var one in sent)
        {
            if ((await ChangeAsync(message, [one], card, cancellation)).Again is not null)
            {
                stale.Add(one);
            }
        }

        return stale;
    }

    /// <summary>What follows in the store from a send, whatever the card was: a chat that works is kept, one that is over is forgotten.</summary>
    public static async Task RecordAsync(
        IPimUnitOfWork work,
        CardRecipient to,
        DeliveredCard delivered,
        CancellationToken cancellation
    )
    {
        if (delivered is { IsThere: true, Reference: { } reference } && to.Chat is null)
        {
            await PersonChats.KeepOpenedAsync(work, to.Person, reference, cancellation);
        }
        else if (delivered.Verdict is SendVerdict.ReferenceGone)
        {
            await PersonChats.ForgetAsync(work, to.Person, cancellation);
        }
    }

    private async Task<DeliveredCard> SendAsync(
        OutboxMessage message,
        ConversationReference reference,
        Activity card,
        CancellationToken cancellation
    )
    {
        var outcome = await connector.SendAsync(reference, card, cancellation);
        var judgement = SendJudgement.Of(outcome, message);
        return new DeliveredCard(
            judgement.Verdict,
            judgement.Result,
            judgement.Verdict is SendVerdict.PerhapsDelivered ? "unconfirmed" : WhyOf(outcome),
            reference,
            outcome.ActivityId
        );
    }

    private static string WhyOf(SendOutcome outcome) => outcome.Detail ?? outcome.Kind.ToString();
}
