using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Look of a button.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ActionStyle>))]
public enum ActionStyle
{
    Default = 1,
    Positive = 2,
    Destructive = 3,
}
