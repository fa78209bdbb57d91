using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>extend [role] …</c>: the dialog of an activation, about one that is running.</summary>
internal sealed class ExtendHandler(ActivationDialog dialog) : CommandHandler<ExtendCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        ExtendCommand command,
        CancellationToken cancellation
    )
    {
        var meant = await GrantChoice.FindAsync(context, command.RoleText, cancellation);
        if (meant is not [var only])
        {
            ActiveCard.Show(context, meant, "Which one needs more time?", command.RoleText);
            return;
        }

        var (state, problem) = DialogStart.From(context, command.When, command.Justification, command.Ticket);
        var about = state.About(only.Grant!.Access) with { Extends = only.Grant.Id.Value, IsExtension = true };
        await dialog.GoOnAsync(context, about, problem, cancellation);
    }
}
