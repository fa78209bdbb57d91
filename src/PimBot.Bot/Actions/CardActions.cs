using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Finds the handler of a click by its verb.</summary>
internal sealed class CardActions(IEnumerable<ICardActionHandler> handlers)
{
    private readonly Dictionary<string, ICardActionHandler> handlers = handlers
        .SelectMany(h => h.Verbs.Select(verb => (verb, h)))
        .ToDictionary(pair => pair.verb, pair => pair.h, StringComparer.Ordinal);

    /// <summary>Answers a click whose verb is missing, or that no handler knows.</summary>
    public static InvokeAnswer Unknown =>
        InvokeAnswer.Message("I don’t know this button. The card may be too old; say “help” to see what I can do.");

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (!handlers.TryGetValue(action.Verb, out var handler))
        {
            return Unknown;
        }

        if (!context.Turn.IsPersonal && !handler.WorksInGroups)
        {
            return InvokeAnswer.Message("This card is personal. Use it in our own chat.");
        }

        return action.IsAutomatic && !handler.OnlyShows(action.Verb)
            ? InvokeAnswer.Message("Click the button yourself: I do nothing on a refresh.")
            : await handler.HandleAsync(context, action, cancellation);
    }
}
