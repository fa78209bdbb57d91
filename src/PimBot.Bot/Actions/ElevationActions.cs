using System.Globalization;
using PimBot.Bot.Cards;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Elevate, and End now. The answer is the card as it is then.</summary>
internal sealed class ElevationActions : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.Elevate, Cards.Verbs.EndElevation];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Verb == Cards.Verbs.EndElevation)
        {
            return InvokeAnswer.Card((await EndElevationHandler.EndAsync(context, cancellation)).ToJson());
        }

        var chosen = action.Text(ElevationCard.DurationInput);
        var minutes = int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? known
            : (int?)null;
        var reason = action.Text(ElevationCard.ReasonInput);
        var card = await ElevateHandler.StartAsync(context, minutes, reason, cancellation);
        return InvokeAnswer.Card(card.ToJson());
    }
}
