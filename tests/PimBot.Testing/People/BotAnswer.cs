using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PimBot.Testing;

/// <summary>What the bot answered to one delivery.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text.</param>
public sealed record BotAnswer(HttpStatusCode Status, string Body)
{
    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonObject? Json
    {
        get
        {
            try
            {
                return Body.Length == 0 ? null : JsonNode.Parse(Body) as JsonObject;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The status inside an invoke's answer; null when there is none.</summary>
    public int? InvokeStatus => Json?["statusCode"]?.GetValue<int>();

    /// <summary>The media type inside an invoke's answer.</summary>
    public string? InvokeType => Json?["type"]?.ToString();

    /// <summary>The card, text or error inside an invoke's answer.</summary>
    public JsonNode? InvokeValue => Json?["value"];

    public override string ToString() => $"{(int)Status} {Body}";
}
