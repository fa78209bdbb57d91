using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Action.Submit: sends a message with the data as its value and no text. For clients without Action.Execute.</summary>
public sealed record ActionSubmit : AdaptiveAction
{
    /// <summary>Sent as <c>verb</c> within the data: the action itself has no verb.</summary>
    [JsonIgnore]
    public required string Verb { get; init; }

    /// <summary>As in <see cref="ActionExecute.Data"/>.</summary>
    [JsonIgnore]
    public JsonObject? Data { get; init; }

    public AssociatedInputs? AssociatedInputs { get; init; }

    [JsonInclude, JsonPropertyName("data"), JsonPropertyOrder(1)]
    internal JsonObject SentData => VerbData.With(Data, Verb);
}
