using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Where content stands in its room.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<VerticalAlignment>))]
public enum VerticalAlignment
{
    Top = 1,
    Center = 2,
    Bottom = 3,
}
