using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Actions;

/// <summary>A reviewer answers, one after another, from the list, all as recommended, or about themselves.</summary>
internal sealed class ReviewAnswerActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.ReviewApprove,
            Cards.Verbs.ReviewDeny,
            Cards.Verbs.ReviewDontKnow,
            Cards.Verbs.SaveAnswers,
            Cards.Verbs.AskRecommended,
            Cards.Verbs.TakeRecommended,
            Cards.Verbs.AnswerOwnQuestion,
        ];

    public Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Review() is not { } review)
        {
            return Task.FromResult(ReviewTurn.Unknown);
        }

        var turn = new ReviewTurn(context, review);
        return action.Verb switch
        {
            Cards.Verbs.SaveAnswers => SaveAsync(turn, action, cancellation),
            Cards.Verbs.AskRecommended => AskRecommendedAsync(turn, null, null, cancellation),
            Cards.Verbs.TakeRecommended => TakeRecommendedAsync(turn, action, cancellation),
            Cards.Verbs.AnswerOwnQuestion => AnswerOwnAsync(turn, action, cancellation),
            _ => AnswerAsync(turn, action, cancellation),
        };
    }

    private static ReviewVerdict VerdictOf(CardAction action) =>
        action.Verb switch
        {
            Cards.Verbs.ReviewApprove => ReviewVerdict.Approve,
            Cards.Verbs.ReviewDeny => ReviewVerdict.Deny,
            _ => ReviewVerdict.DontKnow,
        };

    private static async Task<InvokeAnswer> AnswerAsync(
        ReviewTurn turn,
        CardAction action,
        CancellationToken cancellation
    )
    {
        if (action.Item() is not { } item)
        {
            return ReviewTurn.Unknown;
        }

        var (verdict, reason) = (VerdictOf(action), action.Text(ReviewItemCard.ReasonInput));
        if (
            await turn.FindAsync(item, cancellation) is { } found
            && !action.IsAsSeen(found.Item)
            && found.Item.Answer is not null
        )
        {
            var who = new PersonLabel(turn.Context.Person.Id).Of(found.Item.Answer.By, found.AnsweredBy);
            return await turn.ShowItemAsync(
                found,
                new ReviewNote(
                    $"{who} answered this meanwhile. Answer once more if you see it otherwise.",
                    IsProblem: true
                ),
                reason,
                cancellation
            );
        }

        var decision = await turn.RecordAsync(item, verdict, reason, cancellation);
        if (!decision.IsAllowed)
        {
            return await turn.RefuseAsync(decision.Refusal, item, reason, cancellation);
        }

        var number = decision.Value.Number;
        var next = await turn.Pages.NextOpenAsync(number, cancellation) ?? number;
        var name = await turn.NameAsync(decision.Value, cancellation);
        await turn.MoveAsync(new ReviewPlace(IsList: false, next), cancellation);
        return await turn.ShowAsync(new ReviewNote($"{name}: {ReviewWords.Verdict(verdict)}"), null, cancellation);
    }

    private static async Task<InvokeAnswer> SaveAsync(
        ReviewTurn turn,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var changed = ReviewListCard.Changed(action);
        var reason = action.Text(ReviewItemCard.ReasonInput);
        var (saved, stale) = (0, 0);
        foreach (var (item, verdict, seen) in changed)
        {
            if (await turn.FindAsync(item, cancellation) is { } found && ReviewListCard.SeenOf(found.Item) != seen)
            {
                stale++;
                continue;
            }

            var decision = await turn.RecordAsync(item, verdict, reason, cancellation);
            if (decision.IsAllowed)
            {
                saved++;
            }
            else if (decision.Refusal.Code is ReasonCode.ReviewReasonRequired)
            {
                var chosen = changed.ToDictionary(c => c.Item, c => c.Verdict);
                return await turn.ShowListAsync(
                    new ReviewNote(turn.Say(decision.Refusal), IsProblem: true),
                    reason,
                    chosen,
                    cancellation
                );
            }
            else
            {
                return await turn.RefuseAsync(decision.Refusal, null, reason, cancellation);
            }
        }

        return changed.Count == 0
            ? await turn.ShowAsync(new ReviewNote("Nothing was changed: choose answers first."), reason, cancellation)
            : await turn.ShowAsync(
                new ReviewNote(
                    stale == 0
                        ? $"{ReviewWords.Count(saved, "answer is", "answers are")} saved."
                        : $"{ReviewWords.Count(saved, "answer is", "answers are")} saved. {ReviewWords.Count(stale, "other was", "others were")} given meanwhile: look again.",
                    IsProblem: stale > 0
                ),
                null,
                cancellation
            );
    }

    private static async Task<InvokeAnswer> AskRecommendedAsync(
        ReviewTurn turn,
        string? problem,
        string? typed,
        CancellationToken cancellation
    )
    {
        if (await turn.Pages.ReadAsync(cancellation) is not { } page)
        {
            return ReviewTurn.Unknown;
        }

        if (!ReviewHead.OffersRecommended(page))
        {
            return await turn.ShowAsync(new ReviewNote("Nothing is left to take over."), null, cancellation);
        }

        var counts = await turn.Pages.RecommendedAsync(cancellation);
        return InvokeAnswer.Card(ReviewRecommendedCard.For(page, counts, turn.Zone, problem, typed).ToJson());
    }

    private static async Task<InvokeAnswer> TakeRecommendedAsync(
        ReviewTurn turn,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var reason = action.Text(ReviewItemCard.ReasonInput);
        var counts = await turn.Pages.RecommendedAsync(cancellation);
        if (action.Text(ReviewRecommendedCard.SeenKey) != ReviewRecommendedCard.Seen(counts))
        {
            const string Changed = "This changed since you looked. Look again, then confirm.";
            return await AskRecommendedAsync(turn, Changed, reason, cancellation);
        }

        var decision = await RecordRecommendedAnswers.RunAsync(
            turn.Context.Work,
            new RecordRecommendedAnswersCommand(turn.Context.Person.Id, turn.Review, reason),
            cancellation
        );
        if (!decision.IsAllowed)
        {
            return decision.Refusal.Code is ReasonCode.ReviewReasonRequired
                ? await AskRecommendedAsync(turn, turn.Say(decision.Refusal), reason, cancellation)
                : await turn.RefuseAsync(decision.Refusal, null, reason, cancellation);
        }

        var recorded = decision.Value.Recorded;
        return await turn.ShowAsync(
            new ReviewNote($"{ReviewWords.Count(recorded, "answer was", "answers were")} given as recommended."),
            null,
            cancellation
        );
    }

    private static async Task<InvokeAnswer> AnswerOwnAsync(
        ReviewTurn turn,
        CardAction action,
        CancellationToken cancellation
    )
    {
        if (
            action.Item() is not { } item
            || !Enum.TryParse<ReviewVerdict>(action.Text(ReviewQuestionCard.AnswerKey), out var verdict)
            || verdict is not (ReviewVerdict.Approve or ReviewVerdict.Deny or ReviewVerdict.DontKnow)
        )
        {
            return ReviewTurn.Unknown;
        }

        var reason = action.Text(ReviewItemCard.ReasonInput);
        if (
            await turn.FindAsync(item, cancellation) is { } found
            && !action.IsAsSeen(found.Item)
            && found.Item.Answer is not null
        )
        {
            const string Changed = "You answered this meanwhile. Answer once more to change it.";
            return await turn.ShowQuestionAsync(item, new ReviewNote(Changed, IsProblem: true), reason, cancellation);
        }

        var decision = await turn.RecordAsync(item, verdict, reason, cancellation);
        return decision.IsAllowed
            ? await turn.ShowQuestionAsync(item, new ReviewNote("Thank you."), null, cancellation)
            : await turn.ShowQuestionAsync(
                item,
                new ReviewNote(turn.Say(decision.Refusal), IsProblem: true),
                reason,
                cancellation
            );
    }
}
