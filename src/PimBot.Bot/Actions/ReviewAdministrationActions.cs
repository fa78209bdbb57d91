using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Turns;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Actions;

/// <summary>An administrator looks at reviews and their results, reminds reviewers, stops, resets and applies.</summary>
internal sealed class ReviewAdministrationActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.ShowReviews,
            Cards.Verbs.AdministerReview,
            Cards.Verbs.ShowReviewResults,
            Cards.Verbs.RemindReviewers,
            Cards.Verbs.AskReviewChange,
            Cards.Verbs.ConfirmReviewChange,
        ];

    public bool OnlyShows(string verb) => verb is Cards.Verbs.ShowReviews or Cards.Verbs.AdministerReview;

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Verb == Cards.Verbs.ShowReviews)
        {
            ReviewId? before = Guid.TryParse(action.Text(ReviewsCard.BeforeKey), out var id) ? new(id) : null;
            var page = await AdministeredReviews.PageAsync(context.Work, context.Person.Id, before, cancellation);
            return InvokeAnswer.Card(ReviewsCard.For(page, context.Zone).ToJson());
        }

        if (action.Review() is not { } review)
        {
            return ReviewTurn.Unknown;
        }

        return action.Verb switch
        {
            Cards.Verbs.ShowReviewResults => await ResultsAsync(context, action, review, cancellation),
            Cards.Verbs.RemindReviewers => await RemindAsync(context, review, cancellation),
            Cards.Verbs.AskReviewChange => await AskAsync(context, action, review, null, cancellation),
            Cards.Verbs.ConfirmReviewChange => await ConfirmAsync(context, action, review, cancellation),
            _ => await ShowAsync(context, review, null, cancellation),
        };
    }

    private static async Task<InvokeAnswer> ShowAsync(
        TurnContext context,
        ReviewId review,
        ReviewNote? note,
        CancellationToken cancellation
    ) =>
        await AdministeredReviews.FindAsync(context.Work, context.Person.Id, review, cancellation) is { } page
            ? InvokeAnswer.Card(ReviewCard.For(page, context.Zone, note).ToJson())
            : ReviewTurn.Unknown;

    private static async Task<InvokeAnswer> ResultsAsync(
        TurnContext context,
        CardAction action,
        ReviewId review,
        CancellationToken cancellation
    )
    {
        var part =
            Enum.TryParse<ReviewPart>(action.Text(ReviewResultsCard.PartKey), out var known) && Enum.IsDefined(known)
                ? known
                : ReviewPart.All;
        var page = await ReviewResultsPages.ReadAsync(
            context.Work,
            context.Person.Id,
            review,
            part,
            action.Number(ReviewResultsCard.FromKey),
            action.Text(ReviewResultsCard.DirectionKey) is ReviewItemCard.Previous,
            cancellation
        );
        return page is null
            ? ReviewTurn.Unknown
            : InvokeAnswer.Card(ReviewResultsCard.For(page, context.Zone).ToJson());
    }

    private static async Task<InvokeAnswer> RemindAsync(
        TurnContext context,
        ReviewId review,
        CancellationToken cancellation
    )
    {
        var decision = await RemindReviewers.RunAsync(context.Work, context.Person.Id, review, cancellation);
        if (!decision.IsAllowed)
        {
            return await RefuseAsync(context, review, decision.Refusal, cancellation);
        }

        var owing = ReviewWords.Count(
            decision.Value.Count,
            "reviewer still owes answers and is",
            "reviewers still owe answers and are"
        );
        return await ShowAsync(
            context,
            review,
            new ReviewNote($"{owing} reminded, once an hour at most."),
            cancellation
        );
    }

    private static async Task<InvokeAnswer> AskAsync(
        TurnContext context,
        CardAction action,
        ReviewId review,
        string? problem,
        CancellationToken cancellation
    )
    {
        var page = await AdministeredReviews.FindAsync(context.Work, context.Person.Id, review, cancellation);
        if (page is null || ChangeOf(action) is not { } change)
        {
            return ReviewTurn.Unknown;
        }

        return Obstacle(page, change, context) is { } refusal
            ? await RefuseAsync(context, review, refusal, cancellation)
            : InvokeAnswer.Card(ReviewChangeCard.For(page, change, context.Zone, problem).ToJson());
    }

    private static async Task<InvokeAnswer> ConfirmAsync(
        TurnContext context,
        CardAction action,
        ReviewId review,
        CancellationToken cancellation
    )
    {
        var page = await AdministeredReviews.FindAsync(context.Work, context.Person.Id, review, cancellation);
        if (page is null || ChangeOf(action) is not { } change)
        {
            return ReviewTurn.Unknown;
        }

        if (action.Text(ReviewChangeCard.SeenKey) != ReviewChangeCard.Seen(page, change))
        {
            const string Changed = "This changed since you looked. Look again, then confirm.";
            return await AskAsync(context, action, review, Changed, cancellation);
        }

        var decision = await CarryOutAsync(context, review, change, cancellation);
        return decision.IsAllowed
            ? await ShowAsync(context, review, new ReviewNote(Done(change)), cancellation)
            : await RefuseAsync(context, review, decision.Refusal, cancellation);
    }

    private static Task<Decision<AccessReview>> CarryOutAsync(
        TurnContext context,
        ReviewId review,
        ReviewChange change,
        CancellationToken cancellation
    )
    {
        var (work, actor) = (context.Work, context.Person.Id);
        return change switch
        {
            ReviewChange.Reset => ResetReview.RunAsync(work, actor, review, cancellation),
            ReviewChange.Apply => ApplyReview.RunAsync(work, actor, review, cancellation),
            _ => StopReview.RunAsync(work, actor, review, change is ReviewChange.StopSeries, cancellation),
        };
    }

    /// <summary>What stands in the way already, so that nobody is asked to confirm the impossible.</summary>
    private static Refusal? Obstacle(AdministeredReview page, ReviewChange change, TurnContext context)
    {
        var review = page.View.Review;
        return !page.MayManage
            ? Refusal.Because(ReasonCode.NotAdministrator)
            : change switch
            {
                ReviewChange.Reset => ReviewRules.MayReset(review, context.Now),
                ReviewChange.Apply => ReviewRules.MayApply(review),
                ReviewChange.StopSeries when page.HasMoreToCome => null,
                _ => ReviewRules.MayStop(review),
            };
    }

    private static ReviewChange? ChangeOf(CardAction action) =>
        Enum.TryParse<ReviewChange>(action.Text(ReviewCard.ChangeKey), out var change) && Enum.IsDefined(change)
            ? change
            : null;

    private static string Done(ReviewChange change) =>
        change switch
        {
            ReviewChange.Reset => "All answers are taken back, and the reviewers are asked again.",
            ReviewChange.Apply => "The results are being applied. You are told when it is done.",
            ReviewChange.StopSeries => "No further review of this series begins.",
            _ => "The review is stopped. Nobody loses anything.",
        };

    private static async Task<InvokeAnswer> RefuseAsync(
        TurnContext context,
        ReviewId review,
        Refusal refusal,
        CancellationToken cancellation
    )
    {
        var note = new ReviewNote(
            Refusals.Say(refusal, new RefusalContext(context.Now, context.Zone, "this role")),
            IsProblem: true
        );
        return await ShowAsync(context, review, note, cancellation);
    }
}
