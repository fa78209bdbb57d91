using System.Text.Json.Nodes;

namespace PimBot.Channel.Cards;

/// <summary>The data of an action with its verb in it.</summary>
internal static class VerbData
{
    public static JsonObject With(JsonObject? data, string verb)
    {
        var sent = data is null ? [] : (JsonObject)data.DeepClone();
        sent["verb"] = verb;
        return sent;
    }
}
