using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Channel.Json;
using PimBot.Channel.Schema;

namespace PimBot.Channel.Turns;

/// <summary>
/// A button of a card, however the client delivers it: as an <c>adaptiveCard/action</c> invoke (Action.Execute) or, from
/// old clients, as a message with a value and no text (Action.Submit). All of it was in the client's hands: it carries
/// intent and ids, never authority.
/// </summary>
/// <param name="Verb">Which action.</param>
/// <param name="Data">The action's data and the values of the card's inputs by id; a copy that the caller may change.</param>
/// <param name="IsAutomatic">The client sent it by itself, to refresh the card: it may show, never decide.</param>
public sealed record CardAction(string Verb, JsonObject Data, bool IsAutomatic)
{
    private const string VerbKey = "verb";

    /// <summary>Null when the turn is no card action, or one without a verb.</summary>
    public static CardAction? From(Turn turn) =>
        turn.Activity switch
        {
            { Type: ActivityTypes.Invoke, Name: InvokeNames.AdaptiveCardAction, Value: { } value } => FromExecute(
                value
            ),
            { Type: ActivityTypes.Message, Value: { ValueKind: JsonValueKind.Object } value }
                when string.IsNullOrWhiteSpace(turn.Activity.Text) => Make(
                value.Text(VerbKey),
                value,
                isAutomatic: false
            ),
            _ => null,
        };

    private static CardAction? FromExecute(JsonElement value)
    {
        if (value.Object("action") is not { } action)
        {
            return null;
        }

        var data = action.Object("data");
        var verb = action.Text(VerbKey) is { Length: > 0 } own ? own : data?.Text(VerbKey);
        return Make(verb, data, IsAutomaticTrigger(value));
    }

    /// <summary>Some clients leave the trigger out of a click. One that is there and not <c>manual</c> is no click.</summary>
    private static bool IsAutomaticTrigger(JsonElement value) =>
        value.TryGetProperty("trigger", out var trigger)
        && trigger.ValueKind != JsonValueKind.Null
        && value.Text("trigger") != "manual";

    private static CardAction? Make(string? verb, JsonElement? data, bool isAutomatic) =>
        string.IsNullOrEmpty(verb)
            ? null
            : new CardAction(verb, data is { } given ? JsonObject.Create(given.Clone())! : [], isAutomatic);
}
