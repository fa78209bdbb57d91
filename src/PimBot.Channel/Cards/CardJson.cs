using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PimBot.Channel.Json;

namespace PimBot.Channel.Cards;

/// <summary>How cards are written. They are never read, so nothing is required of their JSON.</summary>
internal static class CardJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(type =>
        {
            foreach (var property in type.Properties)
            {
                property.IsRequired = false;
            }
        });
        var options = new JsonSerializerOptions(ActivityJson.Options) { TypeInfoResolver = resolver };
        options.MakeReadOnly();
        return options;
    }
}
