using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>activate …</c>: starts the dialog with what was said; what is complete asks nothing more.</summary>
internal sealed class ActivateHandler(ActivationDialog dialog, RoleChoice roles) : CommandHandler<ActivateCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        ActivateCommand command,
        CancellationToken cancellation
    )
    {
        var (role, reason) = (command.RoleText, command.Justification);
        if (
            role is not null
            && reason is not null
            && !command.QuotesReason
            && await PlaceInReason.FindAsync(context, role, reason, cancellation) is { } found
        )
        {
            (role, reason) = found;
        }

        var (state, problem) = DialogStart.From(context, command.When, reason, command.Ticket);
        if (role is not null)
        {
            await roles.AnswerAsync(
                context,
                state,
                role,
                (turn, about, _, stop) => dialog.GoOnAsync(turn, about, problem, stop),
                cancellation
            );
            return;
        }

        if (problem is not null)
        {
            context.Say(problem);
        }

        await roles.AskAsync(context, state, cancellation);
    }
}
