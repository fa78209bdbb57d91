using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Actions;

/// <summary>Opens the form of a review that is to be started, reads it, and starts the review once that is confirmed.</summary>
internal sealed class ReviewStartActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [Cards.Verbs.OpenReviewForm, Cards.Verbs.SubmitReviewForm, Cards.Verbs.BeginReview, Cards.Verbs.FindNeedless];

    public Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation) =>
        action.Verb switch
        {
            Cards.Verbs.OpenReviewForm => OpenAsync(context, action, cancellation),
            Cards.Verbs.SubmitReviewForm => SubmitAsync(context, action, cancellation),
            Cards.Verbs.BeginReview => BeginAsync(context, action, cancellation),
            _ => FindNeedlessAsync(context, cancellation),
        };

    private static async Task<InvokeAnswer> FindNeedlessAsync(TurnContext context, CancellationToken cancellation)
    {
        await StartReviewHandler.FindNeedlessAsync(context, cancellation);
        return InvokeAnswer.Message("See below.");
    }

    private static async Task<ReviewDialogState?> OpenStateAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    ) =>
        await ReviewDialogStates.ReadAsync(context, cancellation) is { } state
        && state.Id == action.Text(DialogActions.DialogKey)
            ? state
            : null;

    private static InvokeAnswer Closed =>
        InvokeAnswer.Message("That question is closed. Say “start review” to begin anew.");

    private static async Task<InvokeAnswer> OpenAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        if (await OpenStateAsync(context, action, cancellation) is not { } state)
        {
            return Closed;
        }

        var subject = await ReviewSubject.FindAsync(context, state, cancellation);
        var form = await ReviewForm.FromAsync(context.Work, state, context.Zone, cancellation);
        return InvokeAnswer.Card(ReviewFormCard.For(subject, state.Id, form).ToJson());
    }

    private static async Task<InvokeAnswer> SubmitAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        if (await OpenStateAsync(context, action, cancellation) is not { } open)
        {
            return Closed;
        }

        if (
            !await AdministeredReader.IsAnyAsync(
                context.Work,
                context.Person.Id,
                AdministrationRight.Manage,
                cancellation
            )
        )
        {
            // Nobody else may look people up.
            return InvokeAnswer.Message("That is for administrators, and you are not one now.");
        }

        var form = ReviewFormCard.Read(action);
        var (state, problem) = await form.ReadAsync(context, open.Id, cancellation);
        var subject = await ReviewSubject.FindAsync(context, state, cancellation);
        if (subject is { Role: not null, Scopes: [var only] })
        {
            state = state with { Scope = only.Id.Value };
        }

        problem ??=
            subject.Role is null ? "Choose a role that you manage."
            : subject.Scopes.All(s => s.Id.Value != state.Scope) ? "Choose where."
            : null;
        if (problem is null)
        {
            var (card, refusal, _) = await ReviewDialog.ConfirmationAsync(context, state, null, cancellation);
            if (card is not null)
            {
                return InvokeAnswer.Card(card.ToJson());
            }

            problem = await ReviewDialog.SayAsync(context, state, refusal!, cancellation);
        }

        var known = await ReviewSubject.FindAsync(context, state, cancellation);
        return InvokeAnswer.Card(ReviewFormCard.For(known, open.Id, form, problem).ToJson());
    }

    private static async Task<InvokeAnswer> BeginAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    ) =>
        await OpenStateAsync(context, action, cancellation) is { Step: ReviewDialog.Confirming } state
            ? InvokeAnswer.Card((await ReviewDialog.BeginAsync(context, state, cancellation)).ToJson())
            : Closed;
}
