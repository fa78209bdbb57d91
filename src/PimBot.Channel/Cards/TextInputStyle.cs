using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Which keyboard a client offers.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TextInputStyle>))]
public enum TextInputStyle
{
    Text = 1,
    Tel = 2,
    Url = 3,
    Email = 4,
    Password = 5,
}
