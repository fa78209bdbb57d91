using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Colour of text by meaning. Never the only carrier of a meaning: some people do not see it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TextColor>))]
public enum TextColor
{
    Default = 1,
    Dark = 2,
    Light = 3,
    Accent = 4,
    Good = 5,
    Warning = 6,
    Attention = 7,
}
