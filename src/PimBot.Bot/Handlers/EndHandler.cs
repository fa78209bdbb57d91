using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;

namespace PimBot.Bot.Handlers;

/// <summary><c>end [role]</c>.</summary>
internal sealed class EndHandler : CommandHandler<EndCommand>
{
    protected override async Task HandleAsync(TurnContext context, EndCommand command, CancellationToken cancellation)
    {
        var meant = await GrantChoice.FindAsync(context, command.RoleText, cancellation);
        if (meant is not [var only])
        {
            ActiveCard.Show(context, meant, "Which one shall end?", command.RoleText);
            return;
        }

        var decision = await EndActivation.RunAsync(context.Work, only.Grant!.Id, context.Person.Id, cancellation);
        if (!decision.IsAllowed)
        {
            context.Say(Refusals.Say(decision.Refusal, new RefusalContext(context.Now, context.Zone, only.Role.Name)));
            return;
        }

        var requests = await context.Work.Requests.OfGrantAsync(decision.Value.Id, cancellation);
        context.Show(requests[0]);
    }
}
