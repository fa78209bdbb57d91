using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>Whether an action sends the card's inputs along (and so needs them to be valid).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssociatedInputs>))]
public enum AssociatedInputs
{
    Auto = 1,
    None = 2,
}
