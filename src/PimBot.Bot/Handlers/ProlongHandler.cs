using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>shorten [person]'s [role] to …</c>, and the same with "extend" by an administrator.</summary>
internal sealed class ProlongHandler : CommandHandler<ProlongCommand>
{
    protected override Task HandleAsync(TurnContext context, ProlongCommand command, CancellationToken cancellation) =>
        ChangeTurn.StartAsync(
            context,
            AssignmentChange.Prolong,
            command.Asked,
            "'s",
            "extend Bob's Exchange Administrator for 3 months",
            cancellation
        );
}
