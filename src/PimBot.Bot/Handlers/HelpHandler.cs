using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>help</c>.</summary>
internal sealed class HelpHandler : CommandHandler<HelpCommand>
{
    protected override Task HandleAsync(TurnContext context, HelpCommand command, CancellationToken cancellation)
    {
        if (context.Turn.IsPersonal)
        {
            context.Show(HelpCard.Help(), "What I can do");
        }
        else
        {
            context.ShowHere(GroupHelpCard.For(context.Turn), "What I can do");
        }

        return Task.CompletedTask;
    }
}
