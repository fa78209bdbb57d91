using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Size of text.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TextSize>))]
public enum TextSize
{
    Default = 1,
    Small = 2,
    Medium = 3,
    Large = 4,
    ExtraLarge = 5,
}
