using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>Names people from a reader's side: the reader is "You".</summary>
/// <param name="Reader">Who reads the card.</param>
internal readonly record struct PersonLabel(PersonId Reader)
{
    /// <param name="id">Who.</param>
    /// <param name="known">The same with their name; null: left the directory.</param>
    public string Of(PersonId id, Person? known) => id == Reader ? "You" : known?.Name ?? "Someone who left";
}
