using PimBot.Application.Access;
using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Reviews;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using StartReviewOrder = PimBot.Application.Reviews.StartReviewCommand;

namespace PimBot.Bot.Dialogs.Reviews;

/// <summary>
/// Asks for what a review still lacks, one question a turn, and in the end whether it is to begin, with what follows in
/// words. Its state outlives restarts; any other command works in between.
/// </summary>
internal static class ReviewDialog
{
    /// <summary>The step in which everything is known and somebody must say that it is to begin.</summary>
    public const string Confirming = "review-confirm";

    private static readonly string[] Yes =
    [
        "yes",
        "ok",
        "okay",
        "confirm",
        "start",
        "start it",
        "begin",
        "go",
        "go ahead",
        "do it",
        "start the review",
        "start this review",
    ];

    /// <summary>Starts with what is known already, or goes on with it: asks for what comes next.</summary>
    public static Task GoOnAsync(
        TurnContext context,
        ReviewDialogState state,
        string? problem,
        CancellationToken cancellation
    ) => GoOnAsync(context, state, problem, null, cancellation);

    /// <inheritdoc cref="GoOnAsync(TurnContext, ReviewDialogState, string?, CancellationToken)"/>
    /// <param name="context">The turn.</param>
    /// <param name="state">What is known.</param>
    /// <param name="problem">What was wrong; null: nothing.</param>
    /// <param name="problemIn">What the problem is about: that is asked before the rest; null: nothing that is asked for.</param>
    /// <param name="cancellation">Stops the turn.</param>
    public static async Task GoOnAsync(
        TurnContext context,
        ReviewDialogState state,
        string? problem,
        ReviewAskedPart? problemIn,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var subject = await ReviewSubject.FindAsync(context, state, cancellation);
            if (subject is { Role: not null, Scope: null, Scopes: [var only] })
            {
                state = state with { Scope = only.Id.Value };
                continue;
            }

            var next = ReviewSteps.All.FirstOrDefault(step => step.IsNeeded(state, subject));
            if (next is null)
            {
                await AskToConfirmAsync(context, state, problem, cancellation);
                return;
            }

            if (next.Unread(state) is not { } said)
            {
                var step = Asking(problemIn, state, subject) ?? next;
                await AskAsync(context, state, subject, step, problem, null, cancellation);
                return;
            }

            var answer = await next.AnswerAsync(context, state, subject, said, cancellation);
            if (answer.State is not { } understood)
            {
                problem = answer.Problem ?? problem;
                await AskAsync(context, next.Forget(state), subject, next, problem, answer.Narrower, cancellation);
                return;
            }

            state = understood;
        }
    }

    /// <summary>Takes an answer to the question that is open.</summary>
    public static async Task AnswerAsync(
        TurnContext context,
        ReviewDialogState state,
        string text,
        CancellationToken cancellation
    )
    {
        if (state.Step == Confirming)
        {
            await AnswerConfirmationAsync(context, state, text, cancellation);
            return;
        }

        var subject = await ReviewSubject.FindAsync(context, state, cancellation);
        if (ReviewSteps.All.FirstOrDefault(s => s.Name == state.Step) is not { } step)
        {
            await GoOnAsync(context, state, null, cancellation);
            return;
        }

        var answer = await step.AnswerAsync(context, state, subject, text, cancellation);
        if (answer.State is { } understood)
        {
            await GoOnAsync(context, understood, null, cancellation);
        }
        else
        {
            await AskAsync(context, state, subject, step, answer.Problem, answer.Narrower, cancellation);
        }
    }

    /// <summary>Whether a text answers the open question, or is a command of its own.</summary>
    public static bool Takes(ReviewDialogState state, string text, Command command)
    {
        if (state.Step == Confirming)
        {
            return IsYes(text) || command is UnknownCommand || Changes(text, TimeZoneInfo.Utc).IsOnlySettings;
        }

        var step = ReviewSteps.All.FirstOrDefault(s => s.Name == state.Step);
        return command is UnknownCommand
            || (
                step is ReviewRoleStep or ReviewScopeStep or ReviewersStep or ReviewFallbackStep
                && command is ActivateCommand
            )
            || step?.Takes(text) is true;
    }

    /// <summary>Begins the review, if it is still what the card said.</summary>
    /// <returns>The card that follows.</returns>
    public static async Task<AdaptiveCard> BeginAsync(
        TurnContext context,
        ReviewDialogState state,
        CancellationToken cancellation
    )
    {
        var (card, refusal, seen) = await ConfirmationAsync(context, state, null, cancellation);
        if (refusal is null && seen != state.Seen)
        {
            const string Changed = "Who is asked changed since you looked. Look again, then start it.";
            return (await ConfirmationAsync(context, state, Changed, cancellation)).Card!;
        }

        var decision = refusal is null
            ? await StartReview.RunAsync(context.Work, Order(context, state), cancellation)
            : refusal;
        await ReviewDialogStates.DeleteAsync(context, cancellation);
        if (!decision.IsAllowed)
        {
            return Refused(await SayAsync(context, state, decision.Refusal, cancellation));
        }

        var page = await AdministeredReviews.FindAsync(
            context.Work,
            context.Person.Id,
            decision.Value.Id,
            cancellation
        );
        return ReviewCard.For(page!, context.Zone, new ReviewNote(Begun(decision.Value)));
    }

    /// <summary>Keeps the state, and makes the card that asks whether it is to begin; or the refusal.</summary>
    public static async Task<(AdaptiveCard? Card, Refusal? Refusal, string? Seen)> ConfirmationAsync(
        TurnContext context,
        ReviewDialogState state,
        string? problem,
        CancellationToken cancellation
    )
    {
        var preview = await PreviewReview.RunAsync(context.Work, Order(context, state), cancellation);
        if (!preview.IsAllowed)
        {
            return (null, preview.Refusal, null);
        }

        var subject = await ReviewSubject.FindAsync(context, state, cancellation);
        var settings = state.Settings(context.Zone);
        var view = new ReviewConfirmation(subject.What, settings, preview.Value, context.Now)
        {
            Start = state.Asked.Start,
            Reviewers = await AdministeredReviews.ReviewersAsync(context.Work, settings, cancellation),
        };
        var kept = state with { Step = Confirming, Question = "Start this review?", Seen = view.Seen };
        await ReviewDialogStates.WriteAsync(context, kept, cancellation);
        return (ReviewConfirmCard.For(view, state.Id, context.Zone, problem), null, view.Seen);
    }

    public static async Task<string> SayAsync(
        TurnContext context,
        ReviewDialogState state,
        Refusal refusal,
        CancellationToken cancellation
    )
    {
        var subject = await ReviewSubject.FindAsync(context, state, cancellation);
        IReadOnlyList<Domain.Access.Person> people = refusal.By is { } by
            ? await context.Work.Directory.PeopleAsync([by], cancellation)
            : [];
        return Refusals.Say(
            refusal,
            new RefusalContext(context.Now, context.Zone, subject.Role?.Name ?? "this role", people)
        );
    }

    private static ReviewStep? Asking(ReviewAskedPart? part, ReviewDialogState state, ReviewSubject subject) =>
        part is null ? null : ReviewSteps.All.FirstOrDefault(s => s.Asks == part && s.IsNeeded(state, subject));

    private static async Task AskToConfirmAsync(
        TurnContext context,
        ReviewDialogState state,
        string? problem,
        CancellationToken cancellation
    )
    {
        var (card, refusal, _) = await ConfirmationAsync(context, state, problem, cancellation);
        if (card is not null)
        {
            context.Show(card, "Start this review?");
            return;
        }

        var sentence = await SayAsync(context, state, refusal!, cancellation);
        if (ReviewSteps.All.FirstOrDefault(step => step.Mends.Contains(refusal!.Code)) is { } mend)
        {
            var subject = await ReviewSubject.FindAsync(context, state, cancellation);
            await AskAsync(context, mend.Forget(state), subject, mend, sentence, null, cancellation);
            return;
        }

        await ReviewDialogStates.DeleteAsync(context, cancellation);
        context.Show(Refused(sentence), "That is not possible");
    }

    private static async Task AnswerConfirmationAsync(
        TurnContext context,
        ReviewDialogState state,
        string text,
        CancellationToken cancellation
    )
    {
        if (IsYes(text))
        {
            context.Show(await BeginAsync(context, state, cancellation), "The review");
            return;
        }

        var said = ReviewTextReader.Change(text, new TextContext(context.Now, context.Zone, []));
        var problem =
            said.Fault
            ?? (
                said.IsOnlySettings
                    ? null
                    : "Say “start”, “cancel”, or what is to be different, such as “for 7 days, silence removes”."
            );
        var next =
            problem is null ? state.With(said)
            : said.FaultIn is ReviewAskedPart.End
                ? state.With(said.IsOnlySettings ? said : new ReviewAsked { FaultIn = said.FaultIn })
            : state;
        await GoOnAsync(context, next, problem, said.FaultIn, cancellation);
    }

    private static async Task AskAsync(
        TurnContext context,
        ReviewDialogState state,
        ReviewSubject subject,
        ReviewStep step,
        string? problem,
        Assignments.AssignmentQuestion? narrower,
        CancellationToken cancellation
    )
    {
        var question = narrower ?? step.Question(state, subject);
        await ReviewDialogStates.WriteAsync(
            context,
            state with
            {
                Step = step.Name,
                Question = question.Text,
            },
            cancellation
        );
        context.Show(
            AssignmentQuestionCard.For(
                state.Id,
                step.Name,
                subject.SayBack(state),
                question,
                problem,
                Verbs.OpenReviewForm
            ),
            question.Text
        );
    }

    private static AdaptiveCard Refused(string sentence) =>
        NoticeCard.For("That is not possible", sentence, CardParts.Command("Reviews", "reviews"));

    private static string Begun(AccessReview review) =>
        review.State is ReviewState.InProgress
            ? "The review has begun; everybody is asked."
            : "The review is planned. Everybody is asked when it begins.";

    private static StartReviewOrder Order(TurnContext context, ReviewDialogState state) =>
        new(context.Person.Id, state.Access!.Value, state.Settings(context.Zone)) { Start = state.Asked.Start };

    private static bool IsYes(string text) =>
        Yes.Contains(text.Trim().TrimEnd('.', '!'), StringComparer.OrdinalIgnoreCase);

    private static ReviewAsked Changes(string text, TimeZoneInfo zone) =>
        ReviewTextReader.Change(text, new TextContext(DateTimeOffset.UnixEpoch, zone, []));
}
