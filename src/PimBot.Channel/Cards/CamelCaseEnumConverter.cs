using System.Text.Json;
using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Writes an enum as the camel-case text that the Adaptive Cards schema has.</summary>
internal sealed class CamelCaseEnumConverter<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
