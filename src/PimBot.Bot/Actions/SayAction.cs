using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>A button that says a command, as if it had been typed.</summary>
internal sealed class SayAction(TextTurns texts) : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.Say];

    public bool WorksInGroups => true;

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        await texts.HandleAsync(context, action.Text("text") ?? "help", cancellation);
        return InvokeAnswer.Message(context.Turn.IsPersonal ? "See below." : "I answer you in our own chat.");
    }
}
