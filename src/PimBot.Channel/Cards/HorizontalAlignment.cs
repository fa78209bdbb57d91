using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Where content stands in its room.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HorizontalAlignment>))]
public enum HorizontalAlignment
{
    Left = 1,
    Center = 2,
    Right = 3,
}
