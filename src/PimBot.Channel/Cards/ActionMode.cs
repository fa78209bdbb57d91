using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary><c>Secondary</c> puts the action into the overflow menu.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ActionMode>))]
public enum ActionMode
{
    Primary = 1,
    Secondary = 2,
}
