using PimBot.Domain.Access;

namespace PimBot.Bot.Wording;

/// <summary>What a refusal's sentence needs to know of where it is said.</summary>
/// <param name="Now">The present.</param>
/// <param name="Zone">The reader's time zone.</param>
/// <param name="Role">The role's name, made inert by whoever shows it.</param>
/// <param name="People">Names of those whom a refusal may mention.</param>
internal sealed record RefusalContext(
    DateTimeOffset Now,
    TimeZoneInfo Zone,
    string Role,
    IReadOnlyList<Person>? People = null
)
{
    /// <summary>Whom an assignment is for, where the refusal is about one.</summary>
    public string? Assignee { get; init; }

    public string Moment(DateTimeOffset? at) => at is { } moment ? Words.Moment(moment, Now, Zone) : "earlier";

    public string Clock(DateTimeOffset? at) => at is { } moment ? Words.Clock(moment, Zone) : "later";

    public string Name(PersonId? id) => People?.FirstOrDefault(p => p.Id == id)?.Name ?? "Somebody else";
}
