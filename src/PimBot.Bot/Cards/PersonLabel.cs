using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>Names people from a reader's side: the reader is "You".</summary>
/// <param name="Reader">Who reads the card.</param>
internal readonly record struct PersonLabel(PersonId Reader)
{
    /// <param name="id">Who.</param>
    /// <param name="name">Their name.</param>
    public string Of(PersonId id, string? name) => id == Reader ? "You" : name ?? "Someone who left";
}
