using PimBot.Application.Alerts;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>scan</c>.</summary>
internal sealed class ScanHandler : CommandHandler<ScanCommand>
{
    public const string Begun = "I look now. What I find is there in a few seconds.";

    protected override async Task HandleAsync(TurnContext context, ScanCommand command, CancellationToken cancellation)
    {
        if (await RefreshAlerts.RunAsync(context.Work, context.Person.Id, cancellation) is not null)
        {
            OnlyAdministrators.Refuse(context);
            return;
        }

        context.Show(NoticeCard.For("Scanning", Begun, CardParts.Command("Alerts", "alerts")), "Scanning");
    }
}
