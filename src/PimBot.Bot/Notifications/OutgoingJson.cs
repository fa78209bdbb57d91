using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimBot.Bot.Notifications;

/// <summary>How activities are kept while they are owed.</summary>
internal static class OutgoingJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
