using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimBot.Playground;

/// <summary>How this project writes and reads JSON, whatever the host's own options are.</summary>
internal static class PlaygroundJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
