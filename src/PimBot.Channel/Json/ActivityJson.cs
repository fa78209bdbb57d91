using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Json;

/// <summary>How activities are written on the wire and read from it: camel case, no nulls, unknown members ignored.</summary>
public static class ActivityJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            MaxDepth = StrictJson.MaxDepth,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
