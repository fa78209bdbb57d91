using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary>A handler of one type of command.</summary>
internal abstract class CommandHandler<T> : ICommandHandler
    where T : Command
{
    public Type CommandType => typeof(T);

    public Task HandleAsync(TurnContext context, Command command, CancellationToken cancellation) =>
        HandleAsync(context, (T)command, cancellation);

    protected abstract Task HandleAsync(TurnContext context, T command, CancellationToken cancellation);
}
