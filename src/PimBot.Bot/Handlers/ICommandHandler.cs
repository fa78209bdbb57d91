using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary>Does what one kind of command asks for.</summary>
internal interface ICommandHandler
{
    Type CommandType { get; }

    Task HandleAsync(TurnContext context, Command command, CancellationToken cancellation);
}
