using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>
/// Action.Execute: sends an <c>adaptiveCard/action</c> invoke to the bot, whose answer may replace the card. Must be
/// answered within about 10 seconds.
/// </summary>
public sealed record ActionExecute : AdaptiveAction
{
    public required string Verb { get; init; }

    /// <summary>
    /// Sent back as it is, with the values of the inputs by their ids. It passes through the client's hands: ids only, no
    /// authority. The verb is added to it, because some clients leave the verb itself out.
    /// </summary>
    [JsonIgnore]
    public JsonObject? Data { get; init; }

    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>Shown by clients that do not know Action.Execute.</summary>
    public AdaptiveAction? Fallback { get; init; }

    [JsonInclude, JsonPropertyName("data"), JsonPropertyOrder(1)]
    internal JsonObject SentData => VerbData.With(Data, Verb);
}
