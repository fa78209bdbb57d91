using PimBot.Application.Reviews;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Reviews;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Notifications;

/// <summary>Renders what somebody is owed about a review from the present state; what has become untrue on the way is not said.</summary>
internal static class ReviewNoticeReader
{
    /// <summary>Null: there is nothing to say any more.</summary>
    public static async Task<ReviewNoticeFacts?> ReadAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    ) =>
        notice.Kind switch
        {
            ReviewNoticeKind.SelfAsked => await OwnAsync(work, notice, cancellation),
            ReviewNoticeKind.Removed => await RemovedAsync(work, notice, cancellation),
            ReviewNoticeKind.Completed or ReviewNoticeKind.Applied or ReviewNoticeKind.Stopped =>
                await AdministratorAsync(work, notice, cancellation),
            _ => await ReviewerAsync(work, notice, cancellation),
        };

    /// <summary>Of a card about one item, or about the whole review.</summary>
    public static RequestId CardsOf(ReviewId review, Guid? item) => new(item ?? review.Value);

    private static async Task<ReviewNoticeFacts?> ReviewerAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    )
    {
        var page = await new ReviewerPages(work, notice.Review, notice.Person).ReadAsync(cancellation);
        var isSettled = notice.Kind is ReviewNoticeKind.Settled;
        if (
            page is null
            || page.View.IsOpen == isSettled
            || (notice.Kind is ReviewNoticeKind.Reminder && page.Progress.Open == 0)
        )
        {
            return null;
        }

        var to = await CardRecipient.ReadAsync(work, notice.Person, null, cancellation);
        var user = to.Chat is { Reference.UserId.Length: > 0 } chat ? chat.Reference.UserId : null;
        var note = await NoteAsync(work, notice, page, cancellation);
        var card = ReviewerCard.For(page, notice.Person, to.Zone, user, note);
        return await FactsAsync(work, notice, to, card, SummaryOf(notice, page.View), page.View, cancellation);
    }

    private static async Task<ReviewNoticeFacts?> OwnAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    )
    {
        var found = await ReviewReader.ItemAsync(work, notice.Person, notice.Item!.Value, cancellation);
        var view = await ReviewViewReader.FindAsync(work, notice.Review, cancellation);
        if (view is not { IsOpen: true } || !found.IsAllowed || found.Value.Item.Answer is not null)
        {
            return null;
        }

        var to = await CardRecipient.ReadAsync(work, notice.Person, null, cancellation);
        var user = to.Chat is { Reference.UserId.Length: > 0 } chat ? chat.Reference.UserId : null;
        var card = ReviewQuestionCard
            .For(view, found.Value, to.Zone)
            .Refreshing(Verbs.ShowOwnQuestion, CardData.Of(found.Value.Item), mayChange: true, user);
        return await FactsAsync(work, notice, to, card, $"Do you still need {view.What}?", view, cancellation);
    }

    private static async Task<ReviewNoticeFacts?> RemovedAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    )
    {
        var view = await ReviewViewReader.FindAsync(work, notice.Review, cancellation);
        var row = await ReviewReader.RowAsync(work, notice.Item!.Value, cancellation);
        if (view is null || row is not { Item.Result: ReviewItemResult.Removed })
        {
            return null;
        }

        var to = await CardRecipient.ReadAsync(work, notice.Person, null, cancellation);
        var card = ReviewRemovedCard.For(view, row);
        return await FactsAsync(work, notice, to, card, $"Your role {view.What} was removed", view, cancellation);
    }

    private static async Task<ReviewNoticeFacts?> AdministratorAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    )
    {
        // Who no longer sees the scope is told nothing of it.
        var page = await AdministeredReviews.FindAsync(work, notice.Person, notice.Review, cancellation);
        if (page is null || !IsTrue(notice.Kind, page.View.Review.State))
        {
            return null;
        }

        var to = await CardRecipient.ReadAsync(work, notice.Person, null, cancellation);
        var card = ReviewCard.For(page, to.Zone);
        return await FactsAsync(work, notice, to, card, SummaryOf(notice, page.View), page.View, cancellation);
    }

    private static bool IsTrue(ReviewNoticeKind kind, ReviewState state) =>
        kind switch
        {
            ReviewNoticeKind.Completed => state is ReviewState.Completed,
            ReviewNoticeKind.Applied => state is ReviewState.Applied,
            _ => state is ReviewState.Stopped,
        };

    private static async Task<ReviewNoticeFacts> FactsAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CardRecipient to,
        AdaptiveCard card,
        string summary,
        ReviewView view,
        CancellationToken cancellation
    )
    {
        var key = CardsOf(notice.Review, notice.Item);
        return new ReviewNoticeFacts(notice, to, card, summary)
        {
            CardsOf = key,
            Sent = await SentCards.OfAsync(work, key, notice.Person, cancellation),
            WasOpen = view.IsOpen,
        };
    }

    private static async Task<ReviewNote?> NoteAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        ReviewerPage page,
        CancellationToken cancellation
    )
    {
        var open = ReviewWords.Count(page.Progress.Open, "answer is", "answers are");
        return notice.Kind switch
        {
            ReviewNoticeKind.Started => new(
                $"{page.View.CreatedBy?.Name ?? "An administrator"} asks you who still needs this."
            ),
            ReviewNoticeKind.Reminder => new($"Please go on: {open} still asked of you."),
            ReviewNoticeKind.Reset => new("All answers were taken back. Please answer again."),
            ReviewNoticeKind.TakenOver => new(
                $"{await NameAsync(work, notice, cancellation)} can’t answer. Please answer instead: {open} open."
            ),
            _ => null,
        };
    }

    private static async Task<string> NameAsync(
        IPimUnitOfWork work,
        ReviewNotice notice,
        CancellationToken cancellation
    ) =>
        notice.Occasion is { } id && await work.Directory.FindPersonAsync(new(id), cancellation) is { } person
            ? person.Name
            : "Another reviewer";

    private static string SummaryOf(ReviewNotice notice, ReviewView view) =>
        notice.Kind switch
        {
            ReviewNoticeKind.Started or ReviewNoticeKind.TakenOver => $"Please review {view.What}",
            ReviewNoticeKind.Reminder => $"Reminder: please review {view.What}",
            ReviewNoticeKind.Reset => $"Please review {view.What} again",
            ReviewNoticeKind.Completed => $"The review of {view.What} is over: its results wait for you",
            ReviewNoticeKind.Applied => $"The review of {view.What} is over: its results are applied",
            ReviewNoticeKind.Stopped => $"The review of {view.What} was stopped",
            _ => $"Review of {view.What}",
        };
}
