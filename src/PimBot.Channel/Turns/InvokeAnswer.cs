using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Turns;

/// <summary>
/// The body that answers an <c>adaptiveCard/action</c> invoke. The HTTP status is always 200; the status that counts is inside.
/// </summary>
/// <param name="StatusCode">200, 400, 401, 412 or 500.</param>
/// <param name="Type">The media type that says what <paramref name="Value"/> is.</param>
/// <param name="Value">A card, a text, or an error.</param>
public sealed record InvokeAnswer(
    [property: JsonPropertyName("statusCode")] int StatusCode,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("value")] JsonNode? Value
)
{
    /// <summary>Replaces the card that was clicked.</summary>
    public static InvokeAnswer Card(JsonNode card) => new(200, "application/vnd.microsoft.card.adaptive", card);

    /// <summary>Shows a short text and leaves the card as it is.</summary>
    public static InvokeAnswer Message(string text) =>
        new(200, "application/vnd.microsoft.activity.message", JsonValue.Create(text));

    /// <summary>Refuses the invoke: the request itself was wrong.</summary>
    public static InvokeAnswer BadRequest(string message) => Error(400, "BadRequest", message);

    /// <summary>Says that something failed on our side, without saying what.</summary>
    public static InvokeAnswer Failure(string message) => Error(500, "InternalError", message);

    private static InvokeAnswer Error(int status, string code, string message) =>
        new(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });
}
