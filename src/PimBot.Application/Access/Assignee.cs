using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Whom an assignment is for, with the name. Both are null when they left the directory.</summary>
public sealed record Assignee(Principal Principal, Person? Person, Group? Group)
{
    public string Name => Person?.Name ?? Group?.Name ?? "someone who left";

    /// <summary>For the eyes: tells people of the same name apart.</summary>
    public string? Address => Person?.Upn ?? Person?.Mail;

    /// <summary>The names of all of these, read at once.</summary>
    public static async Task<IReadOnlyDictionary<Principal, Assignee>> ReadAsync(
        IPimUnitOfWork work,
        IEnumerable<Principal> principals,
        CancellationToken cancellation
    )
    {
        var all = principals.ToHashSet();
        var people = (
            await work.Directory.PeopleAsync([.. all.Select(p => p.Person).OfType<PersonId>()], cancellation)
        ).ToDictionary(p => p.Id);
        var groups = (
            await work.Directory.GroupsAsync([.. all.Select(p => p.Group).OfType<GroupId>()], cancellation)
        ).ToDictionary(g => g.Id);
        return all.ToDictionary(
            p => p,
            p => new Assignee(
                p,
                p.Person is { } person ? people.GetValueOrDefault(person) : null,
                p.Group is { } group ? groups.GetValueOrDefault(group) : null
            )
        );
    }
}
