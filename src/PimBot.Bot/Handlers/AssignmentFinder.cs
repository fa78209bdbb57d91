using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>Finds the standing assignments that an administrator means, among those that they manage.</summary>
internal static class AssignmentFinder
{
    private const int Most = 100;

    /// <param name="context">The administrator's turn.</param>
    /// <param name="administered">What they manage.</param>
    /// <param name="names">The words.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <returns>Those meant, by role and name; or what was wrong with the names.</returns>
    public static async Task<(IReadOnlyList<AssignmentView> Found, string? Problem)> FindAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> administered,
        AskedNames names,
        CancellationToken cancellation
    )
    {
        var meant = Roles(administered, names);
        if (meant.Count == 0)
        {
            return ([], "I know no role of that name, there, that you manage.");
        }

        IReadOnlyList<Assignee> people = names.Who is { } who
            ? await PrincipalNames.FindAsync(context, who, cancellation)
            : [];
        if (names.Who is not null && people.Count == 0)
        {
            return ([], "I know nobody, and no group, of that name. Try the e-mail address.");
        }

        var accesses = meant.SelectMany(a => a.Scopes.Select(s => new RoleScope(a.Role.Id, s.Id))).ToHashSet();
        var found = (await ListAsync(context, meant, people, cancellation))
            .Where(a => accesses.Contains(a.Access) && !a.IsOverAt(context.Now))
            .Take(Most)
            .ToList();
        var views = await AssignmentViewReader.ViewAsync(context.Work, found, cancellation);
        return (
            [
                .. views
                    .OrderBy(v => v.Role.Name, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(v => v.Assignee.Name, StringComparer.OrdinalIgnoreCase),
            ],
            null
        );
    }

    /// <summary>The roles and scopes that the words may mean; all where they say nothing.</summary>
    public static IReadOnlyList<AdministeredRole> Roles(IReadOnlyList<AdministeredRole> administered, AskedNames names)
    {
        var roles = names.RoleText is { } text ? Named(administered, text) : administered;
        return names.Place is { } place
            ? [.. roles.Select(a => a with { Scopes = At(a.Scopes, place) }).Where(a => a.Scopes.Count > 0)]
            : roles;
    }

    private static List<AdministeredRole> Named(IReadOnlyList<AdministeredRole> administered, string text)
    {
        var known = Offering.Names(administered.Select(a => a.Role));
        var groups = GroupNames.Find(administered, text);
        var keys =
            groups.Count > 0
                ? RoleNames.Named(text, known).Select(n => n.Key).ToHashSet()
                : KeysOf(RoleNames.Match(text, known), administered.Any(a => a.Role.Id.Value == text) ? text : null);
        return [.. administered.Where(a => keys.Contains(a.Role.Id.Value)), .. groups];
    }

    private static List<Scope> At(IReadOnlyList<Scope> scopes, string place)
    {
        var keys = KeysOf(RoleNames.Match(place, Offering.Names(scopes)), null);
        return [.. scopes.Where(s => keys.Contains(s.Id.Value))];
    }

    private static HashSet<string> KeysOf(RoleMatch match, string? certain) =>
        (certain, match) switch
        {
            ({ } key, _) => [key],
            (_, RoleMatch.Exact exact) => [exact.Role.Key],
            (_, RoleMatch.Ambiguous several) => [.. several.Roles.Select(r => r.Key)],
            _ => [],
        };

    private static async Task<IReadOnlyList<Assignment>> ListAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> roles,
        IReadOnlyList<Assignee> people,
        CancellationToken cancellation
    )
    {
        var found = new List<Assignment>();
        foreach (var assignee in people)
        {
            var filter = new AssignmentFilter { Person = assignee.Principal.Person, Group = assignee.Principal.Group };
            found.AddRange(await context.Work.Assignments.ListAsync(filter, Most * 10, cancellation));
        }

        foreach (var role in people.Count == 0 ? roles : [])
        {
            found.AddRange(await context.Work.Assignments.ToAsync(role.Role.Id, cancellation));
        }

        return found;
    }
}
