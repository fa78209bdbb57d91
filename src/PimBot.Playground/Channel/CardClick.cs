using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Playground.Channel;

/// <summary>A click on a card's button.</summary>
/// <param name="Type"><c>Action.Execute</c> or <c>Action.Submit</c>.</param>
/// <param name="Id">The action's id, if it has one.</param>
/// <param name="Verb">The action's verb, if it has one.</param>
/// <param name="Data">The action's own data.</param>
/// <param name="Inputs">The card's input values by input id.</param>
internal sealed record CardClick(
    string? Type,
    string? Id,
    string? Verb,
    JsonElement? Data,
    IReadOnlyDictionary<string, string>? Inputs
)
{
    /// <summary>
    /// Data and inputs as one object, as clients send them; an input wins over data of its name. Data that is no
    /// object is sent as it is, without the inputs.
    /// </summary>
    public JsonElement MergedData()
    {
        if (Data is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) } other)
        {
            return other;
        }

        var merged = Data is { ValueKind: JsonValueKind.Object } own ? JsonObject.Create(own)! : [];
        foreach (var (id, value) in Inputs ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            merged[id] = value;
        }

        return JsonSerializer.SerializeToElement(merged);
    }
}
