using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary><c>help</c>.</summary>
internal sealed class HelpHandler : CommandHandler<HelpCommand>
{
    protected override async Task HandleAsync(TurnContext context, HelpCommand command, CancellationToken cancellation)
    {
        if (context.Turn.IsPersonal)
        {
            var isAdministrator = await AdministeredReader.IsAnyAsync(
                context.Work,
                context.Person.Id,
                AdministrationRight.View,
                cancellation
            );
            context.Show(HelpCard.Help(isAdministrator), "What I can do");
        }
        else
        {
            context.ShowHere(GroupHelpCard.For(context.Turn), "What I can do");
        }
    }
}
