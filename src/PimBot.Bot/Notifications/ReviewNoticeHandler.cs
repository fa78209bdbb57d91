using System.Text.Json;
using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Brings people word of access reviews, by cards rendered from the state at the moment of delivery. A reviewer has one
/// card of a review that can be answered: a newer one takes the place of older ones, and all change at the end.
/// </summary>
internal sealed class ReviewNoticeHandler(IPimStore store, CardDelivery delivery, MailFallback mail) : IOutboxHandler
{
    public string Kind => OutboxKinds.ReviewNotice;

    public async Task<OutboxResult> PerformAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = JsonSerializer.Deserialize<ReviewNotice>(message.Payload, JsonSerializerOptions.Web)!;
        var facts = notice is { Kind: ReviewNoticeKind.Settled, Item: { } item }
            ? await store.ReadAsync((work, stop) => QuestionAsync(work, notice, item, stop), cancellation)
            : await store.ReadAsync((work, stop) => ReviewNoticeReader.ReadAsync(work, notice, stop), cancellation);
        return facts switch
        {
            null => OutboxResult.DoneAnd((work, stop) => SettleQuestionsAsync(work, notice, stop)),
            { IsInPlace: true } => await ChangeAsync(message, facts, cancellation),
            _ => await SendAsync(message, facts, cancellation),
        };
    }

    private async Task<OutboxResult> SendAsync(
        OutboxMessage message,
        ReviewNoticeFacts facts,
        CancellationToken cancellation
    )
    {
        var sent = await delivery.SendAsync(message, facts.To, facts.Activity, cancellation);
        if (sent.Verdict is SendVerdict.TryAgain)
        {
            return sent.Result;
        }

        var older = Outgoing.Card(
            NoticeCard.For(
                "Review",
                "The newest card of this review is further down.",
                CardParts.Command("Reviews", "reviews")
            ),
            facts.Summary
        );
        var stale =
            facts.AsksForAnswers && sent.IsThere
                ? await delivery.RetireAsync(message, facts.Sent, older, cancellation)
                : facts.Sent;
        return OutboxResult.DoneAnd((work, stop) => RecordAsync(work, facts, sent, stale, stop));
    }

    private async Task RecordAsync(
        IPimUnitOfWork work,
        ReviewNoticeFacts facts,
        DeliveredCard sent,
        IReadOnlyList<SentCard> stale,
        CancellationToken cancellation
    )
    {
        await CardDelivery.RecordAsync(work, facts.To, sent, cancellation);
        foreach (var retired in facts.Sent.Except(stale))
        {
            await SentCards.RemoveAsync(work, facts.CardsOf, facts.Notice.Person, retired, cancellation);
        }

        if (facts.AsksForAnswers && sent is { IsThere: true, Reference: { } reference, ActivityId: { } activityId })
        {
            var card = new SentCard(reference, activityId, work.Now);
            await SentCards.AddAsync(work, facts.CardsOf, facts.Notice.Person, card, cancellation);
            await CatchUpAsync(work, facts, cancellation);
        }

        if (!sent.IsThere && !await MailAsync(work, facts.Notice, cancellation))
        {
            await ReviewNoticeRecord.UnreachableAsync(work, facts.Notice, sent.Why, cancellation);
        }
    }

    private Task<bool> MailAsync(IPimUnitOfWork work, ReviewNotice notice, CancellationToken cancellation) =>
        mail.OweAsync(
            work,
            notice.Person,
            address => new MailedNotice { Address = address, OfReview = notice },
            cancellation
        );

    /// <summary>The review may have ended while its card was under way: the card follows.</summary>
    private static async Task CatchUpAsync(IPimUnitOfWork work, ReviewNoticeFacts facts, CancellationToken cancellation)
    {
        var notice = facts.Notice;
        var review = await work.Reviews.FindAsync(notice.Review, cancellation);
        if (facts.WasOpen && review is not { State: ReviewState.InProgress })
        {
            work.Tell(notice with { Kind = ReviewNoticeKind.Settled, Occasion = $"caught-up/{notice.Kind}" });
        }
    }

    private async Task<OutboxResult> ChangeAsync(
        OutboxMessage message,
        ReviewNoticeFacts facts,
        CancellationToken cancellation
    )
    {
        var (again, gone) = await delivery.ChangeAsync(message, facts.Sent, facts.Activity, cancellation);
        return again
            ?? OutboxResult.DoneAnd(
                async (work, stop) =>
                {
                    foreach (var sent in gone)
                    {
                        await SentCards.RemoveAsync(work, facts.CardsOf, facts.Notice.Person, sent, stop);
                    }

                    await SettleQuestionsAsync(work, facts.Notice, stop);
                }
            );
    }

    /// <summary>Who was asked about themselves has a card for each question: these change, too.</summary>
    private static async Task SettleQuestionsAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    )
    {
        const int Most = 100;
        if (
            notice is not { Kind: ReviewNoticeKind.Settled, Item: null }
            || await work.Directory.FindPersonAsync(notice.Person, cancellation) is not { } reviewer
        )
        {
            return;
        }

        var filter = new Application.Reviews.ReviewItemFilter(notice.Review) { Reviewer = reviewer };
        var items = await work.ReviewItems.ListAsync(filter, Most, cancellation);
        foreach (var item in items.Where(i => i.Pool is ReviewerPool.One && i.Principal.Person == notice.Person))
        {
            work.Tell(notice with { Item = item.Id });
        }
    }

    private static async Task<ReviewNoticeFacts?> QuestionAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        Guid item,
        CancellationToken cancellation
    )
    {
        var view = await Reviews.ReviewViewReader.FindAsync(work, notice.Review, cancellation);
        var row = await ReviewReader.RowAsync(work, item, cancellation);
        var key = ReviewNoticeReader.CardsOf(notice.Review, item);
        var sent = await SentCards.OfAsync(work, key, notice.Person, cancellation);
        if (view is null or { IsOpen: true } || row is null || sent.Count == 0)
        {
            return null;
        }

        var to = await CardRecipient.ReadAsync(work, notice.Person, null, cancellation);
        var card = ReviewQuestionCard.For(view, row, to.Zone);
        return new ReviewNoticeFacts(notice, to, card, $"Review of {view.What}") { CardsOf = key, Sent = sent };
    }
}
