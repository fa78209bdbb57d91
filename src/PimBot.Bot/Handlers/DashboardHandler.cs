using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>dashboard</c>; for everybody who sees no more than what is their own, and for <c>my view</c>, "My view".</summary>
internal sealed class DashboardHandler : CommandHandler<DashboardCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        DashboardCommand command,
        CancellationToken cancellation
    )
    {
        var dashboard = command.IsOwn
            ? null
            : await DashboardReader.ReadAsync(context.Work, context.Person.Id, cancellation);
        if (dashboard is not null)
        {
            context.Show(DashboardCard.For(dashboard, context.Zone), "Dashboard");
            return;
        }

        var pending = new List<RequestView>();
        foreach (var request in await context.Work.Requests.PendingOfAsync(context.Person.Id, cancellation))
        {
            pending.Add(await RequestReader.ViewAsync(context.Work, request, cancellation));
        }

        context.Show(
            MyViewCard.For(
                await AccessReader.EligibleAsync(context.Work, context.Person.Id, cancellation),
                await AccessReader.HeldAsync(context.Work, context.Person.Id, cancellation),
                pending,
                context.Now,
                context.Zone
            ),
            "My view"
        );
    }
}
