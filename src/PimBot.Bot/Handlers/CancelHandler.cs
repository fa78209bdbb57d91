using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>cancel</c>: leaves the open question; without one, offers the pending requests to be taken back.</summary>
internal sealed class CancelHandler : CommandHandler<CancelCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        CancelCommand command,
        CancellationToken cancellation
    )
    {
        if (await DialogStates.ReadAsync(context, cancellation) is not null)
        {
            await ActivationDialog.DropAsync(context, cancellation);
            context.Show(
                NoticeCard.For(
                    "Stopped",
                    "No request was made, and nothing has changed.",
                    CardParts.Command("My roles", "my roles")
                ),
                "Stopped"
            );
            return;
        }

        if (await AssignmentDialogStates.ReadAsync(context, cancellation) is not null)
        {
            await AssignmentDialogStates.DeleteAsync(context, cancellation);
            context.Show(NoticeCard.For("Stopped", "Nothing has changed."), "Stopped");
            return;
        }

        if (await ReviewDialogStates.ReadAsync(context, cancellation) is not null)
        {
            await ReviewDialogStates.DeleteAsync(context, cancellation);
            context.Show(NoticeCard.For("Stopped", "No review was started."), "Stopped");
            return;
        }

        await MyRequestsHandler.ShowAsync(
            context,
            "Which request shall be canceled?",
            request => request.IsPending,
            "You have no open request, so there is nothing to cancel.",
            cancellation
        );
    }
}
