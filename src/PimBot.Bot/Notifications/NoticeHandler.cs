using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Connector;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Brings people word of their requests, by cards rendered from the state at the moment of delivery. What is settled
/// changes in place; what somebody waits for comes as a new message, and the older card stops offering anything.
/// </summary>
internal sealed class NoticeHandler(IPimStore store, IConnectorClient connector, ChatOpener chats, NoticeReader reader)
    : IOutboxHandler
{
    public string Kind => OutboxKinds.Notice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<Notice>(message.Payload, JsonSerializerOptions.Web)!;
        var facts = await store.ReadAsync((work, stop) => reader.ReadAsync(work, notice, stop), cancellation);
        if (facts is null || facts.IsPointless)
        {
            return OutboxResult.Done;
        }

        return facts.InPlace
            ? await ChangeAsync(message, facts, cancellation)
            : await SendAsync(message, facts, cancellation);
    }

    private async Task<OutboxResult> SendAsync(OutboxMessage message, NoticeFacts facts, CancellationToken cancellation)
    {
        if (facts.Chat is { } chat)
        {
            return await SendAsync(message, facts, chat.Reference, cancellation);
        }

        if (facts.Opening is not { } opening)
        {
            return OutboxResult.DoneAnd(
                (work, stop) => NoticeRecord.UnreachableAsync(work, facts, "no-reference", stop)
            );
        }

        var (outcome, opened, _) = await chats.OpenAsync(facts.Notice.Person, opening, cancellation);
        if (opened is not null)
        {
            return await SendAsync(message, facts, opened, cancellation);
        }

        var judgement = SendJudgement.OfRepeatable(outcome, message);
        return judgement.Verdict is SendVerdict.TryAgain
            ? judgement.Result
            : OutboxResult.DoneAnd((work, stop) => NoticeRecord.UnreachableAsync(work, facts, WhyOf(outcome), stop));
    }

    private async Task<OutboxResult> SendAsync(
        OutboxMessage message,
        NoticeFacts facts,
        ConversationReference reference,
        CancellationToken cancellation
    )
    {
        var activity = Outgoing.Card(facts.Card, facts.Summary);
        var outcome = await connector.SendAsync(reference, activity, cancellation);
        var judgement = SendJudgement.Of(outcome, message);
        switch (judgement.Verdict)
        {
            case SendVerdict.TryAgain:
                return judgement.Result;
            case SendVerdict.Delivered or SendVerdict.PerhapsDelivered:
                var stale = await RetireAsync(facts, message, cancellation);
                return OutboxResult.DoneAnd(
                    async (work, stop) =>
                    {
                        await NoticeRecord.DeliveredAsync(work, facts, reference, outcome.ActivityId, stop);
                        await NoticeRecord.RetiredAsync(work, facts, stale, stop);
                        if (judgement.Verdict is SendVerdict.PerhapsDelivered)
                        {
                            // Nobody knows; whoever waits for it should not count on it.
                            await NoticeRecord.UnreachableAsync(work, facts, "unconfirmed", stop);
                        }

                        await NoticeRecord.CatchUpAsync(work, facts, stop);
                    }
                );
            default:
                return OutboxResult.DoneAnd(
                    async (work, stop) =>
                    {
                        if (judgement.Verdict is SendVerdict.ReferenceGone)
                        {
                            await PersonChats.ForgetAsync(work, facts.Notice.Person, stop);
                        }

                        await NoticeRecord.UnreachableAsync(work, facts, WhyOf(outcome), stop);
                    }
                );
        }
    }

    /// <summary>The older cards of a request show its state without offering anything. Returns those that could not be changed yet.</summary>
    private async Task<IReadOnlyList<SentCard>> RetireAsync(
        NoticeFacts facts,
        OutboxMessage message,
        CancellationToken cancellation
    )
    {
        var stale = new List<SentCard>();
        if (facts.Retired is not { } retired)
        {
            return stale;
        }

        foreach (var sent in facts.Sent)
        {
            var outcome = await connector.UpdateAsync(
                sent.Reference,
                sent.ActivityId,
                Outgoing.Card(retired, facts.Summary),
                cancellation
            );
            if (SendJudgement.OfRepeatable(outcome, message).Verdict is SendVerdict.TryAgain)
            {
                stale.Add(sent);
            }
        }

        return stale;
    }

    private async Task<OutboxResult> ChangeAsync(
        OutboxMessage message,
        NoticeFacts facts,
        CancellationToken cancellation
    )
    {
        var gone = new List<SentCard>();
        foreach (var sent in facts.Sent)
        {
            var outcome = await connector.UpdateAsync(
                sent.Reference,
                sent.ActivityId,
                Outgoing.Card(facts.Card, facts.Summary),
                cancellation
            );
            var judgement = SendJudgement.OfRepeatable(outcome, message);
            if (judgement.Verdict is SendVerdict.TryAgain)
            {
                return judgement.Result;
            }

            if (judgement.Verdict is SendVerdict.MessageGone or SendVerdict.ReferenceGone)
            {
                gone.Add(sent);
            }
        }

        if (gone.Count == facts.Sent.Count && facts.MustBeSeen)
        {
            return await SendAsync(message, facts, cancellation);
        }

        return OutboxResult.DoneAnd(
            async (work, stop) =>
            {
                foreach (var sent in gone)
                {
                    await SentCards.RemoveAsync(work, facts.Notice.Request, facts.Notice.Person, sent, stop);
                }
            }
        );
    }

    private static string WhyOf(SendOutcome outcome) => outcome.Detail ?? outcome.Kind.ToString();
}
