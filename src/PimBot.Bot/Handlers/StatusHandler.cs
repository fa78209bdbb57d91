using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>status</c>: what is active, what is pending, what waits for one's decision.</summary>
internal sealed class StatusHandler : CommandHandler<StatusCommand>
{
    private const int Most = 10;

    protected override async Task HandleAsync(
        TurnContext context,
        StatusCommand command,
        CancellationToken cancellation
    )
    {
        var held = await AccessReader.HeldAsync(context.Work, context.Person.Id, cancellation);
        var requests = await context.Work.Requests.OfAsync(context.Person.Id, Most, cancellation);
        var pending = new List<RequestView>();
        foreach (var request in requests.Where(r => r.IsPending))
        {
            pending.Add(await RequestReader.ViewAsync(context.Work, request, cancellation));
        }

        var toDecide = await RequestReader.ToDecideAsync(context.Work, context.Person.Id, Most, cancellation);
        var elevation = await context.Work.Administration.FindElevationAsync(context.Person.Id, cancellation);
        context.Show(
            StatusCard.For(held, pending, toDecide.Count, context.Now, context.Zone, elevation),
            "Your status"
        );
    }
}
