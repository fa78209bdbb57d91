using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Weight of text.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TextWeight>))]
public enum TextWeight
{
    Default = 1,
    Lighter = 2,
    Bolder = 3,
}
