using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>my roles</c>.</summary>
internal sealed class MyRolesHandler : CommandHandler<MyRolesCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        MyRolesCommand command,
        CancellationToken cancellation
    )
    {
        var roles = await AccessReader.EligibleAsync(context.Work, context.Person.Id, cancellation);
        var held = await AccessReader.HeldAsync(context.Work, context.Person.Id, cancellation);
        var ending = await AssignmentViewReader.NearEndAsync(context.Work, context.Person.Id, cancellation);
        if (roles.Count == 0 && held.Count == 0 && ending.Count == 0)
        {
            context.Show(
                NoticeCard.For(
                    "No roles",
                    "You are not eligible for any role. Ask an administrator to make you eligible.",
                    CardParts.Command("Help", "help")
                ),
                "No roles"
            );
            return;
        }

        context.Show(RolesCard.For("Your roles", roles, held, context.Now, context.Zone, ending), "Your roles");
    }
}
