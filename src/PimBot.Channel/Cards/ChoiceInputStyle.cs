using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary><c>Compact</c> is a drop-down list, <c>Expanded</c> shows every choice, <c>Filtered</c> searches the choices as one types.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChoiceInputStyle>))]
public enum ChoiceInputStyle
{
    Compact = 1,
    Expanded = 2,
    Filtered = 3,
}
