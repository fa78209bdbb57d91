using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Buttons of a dialog's question: an answer, or leaving. A question that is no longer the present one has no effect.</summary>
internal sealed class DialogActions(ActivationDialog dialog, AssignmentDialog assignments) : ICardActionHandler
{
    public const string DialogKey = "dialog";
    public const string StepKey = "step";
    public const string ValueKey = "value";

    public IReadOnlyList<string> Verbs => [Cards.Verbs.AnswerDialog, Cards.Verbs.CancelDialog];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var assignment = await AssignmentDialogStates.ReadAsync(context, cancellation);
        if (assignment is not null && assignment.Id == action.Text(DialogKey))
        {
            return await AnswerAsync(context, action, assignment, cancellation);
        }

        var review = await ReviewDialogStates.ReadAsync(context, cancellation);
        if (review is not null && review.Id == action.Text(DialogKey))
        {
            return await AnswerAsync(context, action, review, cancellation);
        }

        var state = await DialogStates.ReadAsync(context, cancellation);
        if (state is null || state.Id != action.Text(DialogKey))
        {
            return InvokeAnswer.Message("That question is closed. Say “my requests” to see your requests.");
        }

        if (action.Verb == Cards.Verbs.CancelDialog)
        {
            await ActivationDialog.DropAsync(context, cancellation);
            return InvokeAnswer.Card(
                NoticeCard.For("Stopped", "No request was made, and nothing has changed.").ToJson()
            );
        }

        if (state.Step != action.Text(StepKey) || action.Text(ValueKey) is not { } value)
        {
            return InvokeAnswer.Message("That question was answered already; see the newest one below.");
        }

        await dialog.AnswerAsync(context, state, value, cancellation);
        return InvokeAnswer.Card(QuestionCard.Answered(state.Question ?? "", value).ToJson());
    }

    private static async Task<InvokeAnswer> AnswerAsync(
        TurnContext context,
        CardAction action,
        ReviewDialogState state,
        CancellationToken cancellation
    )
    {
        if (action.Verb == Cards.Verbs.CancelDialog)
        {
            await ReviewDialogStates.DeleteAsync(context, cancellation);
            return InvokeAnswer.Card(NoticeCard.For("Stopped", "No review was started.").ToJson());
        }

        if (state.Step != action.Text(StepKey))
        {
            return InvokeAnswer.Message("That question was answered already; see the newest one below.");
        }

        if ((action.Text(ValueKey) ?? action.Text(AssignmentQuestionCard.PickInput)) is not { } value)
        {
            return InvokeAnswer.Message("Choose first, or type your answer.");
        }

        await ReviewDialog.AnswerAsync(context, state, value, cancellation);
        var title = action.Text(AssignmentQuestionCard.TitleKey) ?? "chosen";
        return InvokeAnswer.Card(QuestionCard.Answered(state.Question ?? "", title).ToJson());
    }

    private async Task<InvokeAnswer> AnswerAsync(
        TurnContext context,
        CardAction action,
        AssignmentDialogState state,
        CancellationToken cancellation
    )
    {
        if (action.Verb == Cards.Verbs.CancelDialog)
        {
            await AssignmentDialogStates.DeleteAsync(context, cancellation);
            return InvokeAnswer.Card(NoticeCard.For("Stopped", "Nothing has changed.").ToJson());
        }

        if (state.Step != action.Text(StepKey))
        {
            return InvokeAnswer.Message("That question was answered already; see the newest one below.");
        }

        if ((action.Text(ValueKey) ?? action.Text(AssignmentQuestionCard.PickInput)) is not { } value)
        {
            return InvokeAnswer.Message("Choose first, or type your answer.");
        }

        await assignments.AnswerAsync(context, state, value, cancellation);
        var title = action.Text(AssignmentQuestionCard.TitleKey) ?? "chosen";
        return InvokeAnswer.Card(QuestionCard.Answered(state.Question ?? "", title).ToJson());
    }
}
