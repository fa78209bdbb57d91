using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>end elevation</c>.</summary>
internal sealed class EndElevationHandler : CommandHandler<EndElevationCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        EndElevationCommand command,
        CancellationToken cancellation
    ) => context.Show(await EndAsync(context, cancellation), "Elevation");

    public static async Task<Channel.Cards.AdaptiveCard> EndAsync(TurnContext context, CancellationToken cancellation)
    {
        var decision = await Elevate.EndAsync(context.Work, context.Person.Id, cancellation);
        return decision.IsAllowed
            ? ElevationCard.Ended(decision.Value.Until, context.Now, context.Zone)
            : NoticeCard.For(
                "Not elevated",
                "You are not elevated now, so there is nothing to end.",
                CardParts.Command("Status", "status")
            );
    }
}
