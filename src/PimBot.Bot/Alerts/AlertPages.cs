using PimBot.Application.Alerts;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Alerts;

/// <summary>The card of one alert as the person of a turn may see it.</summary>
internal static class AlertPages
{
    /// <summary>Null where there is none such, or none that they may see.</summary>
    public static async Task<AdaptiveCard?> CardAsync(
        TurnContext context,
        AlertKey key,
        int number,
        AlertOutcome? outcome,
        CancellationToken cancellation
    )
    {
        var page = await AlertReader.PageAsync(
            context.Work,
            context.Person.Id,
            key,
            number,
            AlertCard.Most,
            cancellation
        );
        if (page is null)
        {
            return null;
        }

        var dismisser = page.View.Alert.DismissedBy is { } id
            ? await context.Work.Directory.FindPersonAsync(id, cancellation)
            : null;
        return AlertCard.For(page, dismisser?.Name, context.Zone, outcome);
    }
}
