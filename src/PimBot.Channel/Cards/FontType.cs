using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Font of text.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FontType>))]
public enum FontType
{
    Default = 1,
    Monospace = 2,
}
