using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Room between an element and the one before it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Spacing>))]
public enum Spacing
{
    Default = 1,
    None = 2,
    Small = 3,
    Medium = 4,
    Large = 5,
    ExtraLarge = 6,
    Padding = 7,
}
