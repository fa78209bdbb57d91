using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Turns;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Handlers;

/// <summary><c>renew [role]</c>: of an assignment that ended; of a running activation it asks for more time.</summary>
internal sealed class RenewHandler(Wishes wishes, ActivationDialog dialog) : CommandHandler<RenewCommand>
{
    protected override async Task HandleAsync(TurnContext context, RenewCommand command, CancellationToken cancellation)
    {
        var running = await GrantChoice.FindAsync(context, command.Running.RoleText, cancellation);
        if (running is [var only] && !await Wishes.AreMeantAsync(context, command.Asked, v => v.CanRenew, cancellation))
        {
            await ExtendHandler.RunningAsync(context, dialog, only, command.Running, cancellation);
            return;
        }

        await wishes.StartAsync(context, RequestAction.SelfRenew, command.Asked, cancellation);
    }
}
