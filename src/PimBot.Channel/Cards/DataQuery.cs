using System.Text.Json.Serialization;

namespace PimBot.Channel.Cards;

/// <summary>
/// Has the client fetch the choices of an <see cref="InputChoiceSet"/>: <c>choices.data</c>. Teams knows the data set of
/// people ("People Picker in Adaptive Cards", learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker):
/// the value that comes back is the directory id of the one chosen, or several with commas. Web and desktop
/// clients of Teams search as one types; others may show only the choices of the card itself, so a card with this always
/// has another way to name a person.
/// </summary>
public sealed record DataQuery
{
    /// <summary>Everybody in the organization.</summary>
    public static readonly DataQuery People = new() { Dataset = "graph.microsoft.com/users" };

    [JsonPropertyOrder(-3)]
    public string Type => "Data.Query";

    public required string Dataset { get; init; }
}
