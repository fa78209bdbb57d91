using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary><c>Heading</c> is announced as a heading by screen readers.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TextBlockStyle>))]
public enum TextBlockStyle
{
    Default = 1,
    Heading = 2,
}
