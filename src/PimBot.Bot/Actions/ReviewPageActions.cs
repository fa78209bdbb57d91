using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>A reviewer looks at a review and turns its pages; where they are is kept in the store.</summary>
internal sealed class ReviewPageActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.ShowReview,
            Cards.Verbs.TurnReview,
            Cards.Verbs.ReviewAsList,
            Cards.Verbs.ReviewOneByOne,
            Cards.Verbs.ShowOwnQuestion,
        ];

    public bool OnlyShows(string verb) => verb is Cards.Verbs.ShowReview or Cards.Verbs.ShowOwnQuestion;

    public Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Review() is not { } review)
        {
            return Task.FromResult(ReviewTurn.Unknown);
        }

        var turn = new ReviewTurn(context, review);
        return action.Verb switch
        {
            Cards.Verbs.TurnReview => TurnAsync(turn, action, cancellation),
            Cards.Verbs.ReviewAsList => ListAsync(turn, action, cancellation),
            Cards.Verbs.ReviewOneByOne => OneByOneAsync(turn, cancellation),
            Cards.Verbs.ShowOwnQuestion when action.Item() is { } item => turn.ShowQuestionAsync(
                item,
                null,
                null,
                cancellation
            ),
            _ => turn.ShowAsync(null, null, cancellation),
        };
    }

    private static async Task<InvokeAnswer> TurnAsync(
        ReviewTurn turn,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var skipped = action.Text(ReviewItemCard.MembersKey) is null ? 0 : action.Number(ReviewItemCard.MembersKey);
        var found = action.Item() is { } id
            ? await ReviewReader.ItemAsync(turn.Context.Work, turn.Context.Person.Id, id, cancellation, skipped)
            : null;
        if (found is not { IsAllowed: true } || found.Value.Item.Review != turn.Review)
        {
            return ReviewTurn.Unknown;
        }

        var number = found.Value.Item.Number;
        if (action.Text(ReviewItemCard.MembersKey) is not null)
        {
            var page = await turn.Pages.SingleAsync(number, cancellation);
            return page is null ? ReviewTurn.Unknown : turn.Card(page with { Items = [found.Value] }, null, null);
        }

        var isBack = action.Text(ReviewItemCard.DirectionKey) is ReviewItemCard.Previous;
        var next = await turn.Pages.TurnAsync(number, isBack, 1, cancellation) ?? number;
        await turn.MoveAsync(new ReviewPlace(IsList: false, next), cancellation);
        return await turn.ShowAsync(null, null, cancellation);
    }

    private static async Task<InvokeAnswer> ListAsync(
        ReviewTurn turn,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var from = action.Number(ReviewListCard.FromKey);
        var number = action.Text(ReviewItemCard.DirectionKey) switch
        {
            ReviewItemCard.Next => await turn.Pages.TurnAsync(from, false, ReviewListCard.Most, cancellation) ?? from,
            ReviewItemCard.Previous => await turn.Pages.TurnAsync(from, true, ReviewListCard.Most, cancellation) ?? 0,
            _ => 0,
        };
        if (await turn.Pages.ListAsync(number, cancellation) is null)
        {
            return ReviewTurn.Unknown;
        }

        await turn.MoveAsync(new ReviewPlace(IsList: true, number), cancellation);
        return await turn.ShowAsync(null, null, cancellation);
    }

    private static async Task<InvokeAnswer> OneByOneAsync(ReviewTurn turn, CancellationToken cancellation)
    {
        if (await turn.Pages.SingleAsync(0, cancellation) is not { } page)
        {
            return ReviewTurn.Unknown;
        }

        var number = page.Items is [var first, ..] ? first.Item.Number : 0;
        await turn.MoveAsync(new ReviewPlace(IsList: false, number), cancellation);
        return turn.Card(page, null, null);
    }
}
