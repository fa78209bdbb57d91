using System.Globalization;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>
/// Finds the person or group that a text names: by id, address or name, whole or in part, with typos and without its
/// diacritics. Only for administrators: it tells who there is.
/// </summary>
internal static class PrincipalNames
{
    private const int MostFound = 200;
    private const int FragmentLength = 3;
    private const int MostFragments = 8;
    private const string GroupWord = "group ";
    private static readonly string[] PersonWords = ["user ", "person ", "account ", "the "];

    /// <summary>Whom the text may mean: nobody, one, or several that are equally likely.</summary>
    public static async Task<IReadOnlyList<Assignee>> FindAsync(
        TurnContext context,
        string text,
        CancellationToken cancellation
    )
    {
        var sought = text.Trim();
        if (PersonWords.FirstOrDefault(w => sought.StartsWith(w, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            sought = sought[word.Length..].Trim();
        }

        if (
            sought.Equals("me", StringComparison.OrdinalIgnoreCase)
            || sought.Equals("myself", StringComparison.OrdinalIgnoreCase)
        )
        {
            return [new Assignee(Principal.Of(context.Person.Id), context.Person, null)];
        }

        var onlyGroups = sought.StartsWith(GroupWord, StringComparison.OrdinalIgnoreCase);
        if (onlyGroups)
        {
            sought = sought[GroupWord.Length..].Trim();
        }

        var groups = await context.Work.Directory.AllGroupsAsync(cancellation);
        var near = onlyGroups ? [] : await context.Work.Directory.SearchPeopleAsync(sought, MostFound, cancellation);
        if (near.FirstOrDefault(p => IsAddress(p, sought)) is { } known)
        {
            return [OfPerson(known)];
        }

        var found = Match(sought, near, groups);
        return found.Count > 0 || onlyGroups
            ? found
            : Match(sought, await LikeAsync(context.Work, sought, cancellation), groups);
    }

    /// <summary>The person or group with this id, as a people picker gives it.</summary>
    public static async Task<Assignee?> ByIdAsync(IPimUnitOfWork work, string id, CancellationToken cancellation)
    {
        if (await work.Directory.FindPersonAsync(new PersonId(id), cancellation) is { } person)
        {
            return OfPerson(person);
        }

        var groups = await work.Directory.GroupsAsync([new GroupId(id)], cancellation);
        return groups is [var group] ? OfGroup(group) : null;
    }

    private static bool IsAddress(Person person, string text) =>
        person.Id.Value == text
        || string.Equals(person.Upn, text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(person.Mail, text, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Assignee> Match(string text, IReadOnlyList<Person> people, IReadOnlyList<Group> groups)
    {
        var all = people.Select(OfPerson).Concat(groups.Select(OfGroup)).ToList();
        var names = all.Select((a, i) => new NamedRole(i.ToString(CultureInfo.InvariantCulture), a.Name, Also(a)));
        return RoleNames.Match(text, [.. names]) switch
        {
            RoleMatch.Exact exact => [Of(exact.Role)],
            RoleMatch.Ambiguous several => [.. several.Roles.Select(Of)],
            _ => [],
        };

        Assignee Of(NamedRole name) => all[int.Parse(name.Key, CultureInfo.InvariantCulture)];
    }

    private static List<string> Also(Assignee assignee) =>
        [.. new[] { assignee.Person?.Upn, assignee.Person?.Mail }.OfType<string>()];

    /// <summary>People whose name shares the beginning or the end of a word: enough for a typo, or a missing diacritic.</summary>
    private static async Task<IReadOnlyList<Person>> LikeAsync(
        IPimUnitOfWork work,
        string text,
        CancellationToken cancellation
    )
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > FragmentLength);
        var fragments = words.SelectMany(w => new[] { w[..FragmentLength], w[^FragmentLength..] });
        var found = new Dictionary<PersonId, Person>();
        foreach (var fragment in fragments.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostFragments))
        {
            foreach (var person in await work.Directory.SearchPeopleAsync(fragment, MostFound, cancellation))
            {
                found[person.Id] = person;
            }
        }

        return [.. found.Values.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static Assignee OfPerson(Person person) => new(Principal.Of(person.Id), person, null);

    private static Assignee OfGroup(Group group) => new(Principal.Of(group.Id), null, group);
}
