using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>A button of a card, with the inputs that are sent when it is clicked.</summary>
/// <param name="Action">The action as it stands in the card.</param>
/// <param name="Inputs">Inputs of its own card and of the cards around it; none when <c>associatedInputs</c> is none.</param>
public sealed record CardAction(JsonObject Action, IReadOnlyList<JsonObject> Inputs)
{
    public string Title => Text("title");

    public string Type => Text("type");

    /// <summary>Null when the action has none.</summary>
    public string? Verb => Action["verb"]?.ToString();

    /// <summary>What tells it from others of the same title, and what a screen reader says; the title when there is none.</summary>
    public string Name => Text("tooltip") is { Length: > 0 } tooltip ? tooltip : Title;

    public bool IsEnabled => Action["isEnabled"]?.GetValue<bool>() ?? true;

    /// <summary>
    /// Every action of the card that can be clicked, in the document's order: those of ActionSets, of nested containers, of ShowCards, and
    /// actions of elements (<c>selectAction</c>). What only opens a card, toggles, or refreshes is left out.
    /// </summary>
    public static IReadOnlyList<CardAction> Of(JsonObject card) => [.. Find(card, [])];

    private string Text(string member) => Action[member]?.ToString() ?? "";

    private static IEnumerable<CardAction> Find(JsonObject card, IReadOnlyList<JsonObject> outer)
    {
        var own = InOneCard(card).ToList();
        var inputs = outer.Concat(own.Where(node => IsType(node, "Input."))).ToList();
        foreach (var node in own.Where(node => IsType(node, "Action.")))
        {
            if (node["card"] is JsonObject shown)
            {
                foreach (var action in Find(shown, inputs))
                {
                    yield return action;
                }
            }
            else if (node["type"]!.ToString() is "Action.Execute" or "Action.Submit")
            {
                var sendsNone = string.Equals(
                    node["associatedInputs"]?.ToString(),
                    "none",
                    StringComparison.OrdinalIgnoreCase
                );
                yield return new CardAction(node, sendsNone ? [] : inputs);
            }
        }
    }

    private static IEnumerable<JsonObject> InOneCard(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                return array.SelectMany(InOneCard);
            case JsonObject json:
                var below = json.Where(member =>
                    member.Key is not ("data" or "msteams" or "requires" or "refresh" or "card" or "fallback")
                );
                return below.SelectMany(member => InOneCard(member.Value)).Prepend(json);
            default:
                return [];
        }
    }

    private static bool IsType(JsonObject node, string prefix) =>
        node["type"] is JsonValue type
        && type.TryGetValue<string>(out var name)
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name != "Input.Choice";
}
