using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Buttons of a dialog's question: an answer, or leaving. A question that is no longer the present one has no effect.</summary>
internal sealed class DialogActions(ActivationDialog dialog) : ICardActionHandler
{
    public const string DialogKey = "dialog";
    public const string StepKey = "step";
    public const string ValueKey = "value";

    public IReadOnlyList<string> Verbs => [Cards.Verbs.AnswerDialog, Cards.Verbs.CancelDialog];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
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
}
