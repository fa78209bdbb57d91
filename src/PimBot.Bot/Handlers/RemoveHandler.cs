using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>remove [person or group] from [role]</c>.</summary>
internal sealed class RemoveHandler : CommandHandler<RemoveCommand>
{
    protected override Task HandleAsync(TurnContext context, RemoveCommand command, CancellationToken cancellation) =>
        ChangeTurn.StartAsync(
            context,
            AssignmentChange.Remove,
            command.Asked,
            "from",
            "remove Bob from Exchange Administrator",
            cancellation
        );
}
