using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Background of a container or column.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ContainerStyle>))]
public enum ContainerStyle
{
    Default = 1,
    Emphasis = 2,
    Good = 3,
    Attention = 4,
    Warning = 5,
    Accent = 6,
}
