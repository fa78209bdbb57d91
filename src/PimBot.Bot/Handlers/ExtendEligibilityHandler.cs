using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Handlers;

/// <summary><c>extend eligibility [role]</c>: a holder asks an administrator for more time.</summary>
internal sealed class ExtendEligibilityHandler(Wishes wishes) : CommandHandler<ExtendEligibilityCommand>
{
    protected override Task HandleAsync(
        TurnContext context,
        ExtendEligibilityCommand command,
        CancellationToken cancellation
    ) => wishes.StartAsync(context, RequestAction.SelfExtend, command.Asked, cancellation);
}
