using PimBot.Application.Policies;
using PimBot.Application.Work;
using PimBot.Bot.Commands;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Settings;

/// <summary>Approvers as people write them: names or addresses, "group: …", "role: …", with semicolons or on lines of their own.</summary>
internal static class ApproverText
{
    /// <summary>More than anybody names one by one; a group does for more.</summary>
    public const int Most = 50;

    private const int MostOffered = 5;
    private static readonly char[] Breaks = [';', '\n', '\r'];

    /// <summary>So that it is read back as the same.</summary>
    public static string Write(ApproverName approver) =>
        approver switch
        {
            { Reference.Group: not null } => $"group: {approver.Name}",
            { Reference.Role: not null } => $"role: {approver.Name}",
            { Address: { } address } => $"{approver.Name} ({address})",
            _ => approver.Name,
        };

    /// <summary>Those who are meant, each once, and a sentence for each name that means nobody or several.</summary>
    public static async Task<(IReadOnlyList<ApproverReference> Found, IReadOnlyList<string> Problems)> ReadAsync(
        IPimUnitOfWork work,
        string? text,
        CancellationToken cancellation
    )
    {
        var names = (text ?? "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > Most)
        {
            return ([], [$"Name at most {Most} approvers; a group does for more."]);
        }

        var found = new List<ApproverReference>();
        var problems = new List<string>();
        foreach (var name in names)
        {
            var (approver, problem) = await FindAsync(work, name, cancellation);
            if (problem is not null)
            {
                problems.Add(problem);
            }
            else if (approver is not null && !found.Contains(approver))
            {
                found.Add(approver);
            }
        }

        return (found, problems);
    }

    private static async Task<(ApproverReference? Found, string? Problem)> FindAsync(
        IPimUnitOfWork work,
        string name,
        CancellationToken cancellation
    )
    {
        var (kind, bare) = Prefix(name);
        if (kind is "group")
        {
            return await GroupAsync(work, bare, cancellation) is { } group
                ? (group, null)
                : (null, $"I know no group “{bare}”.");
        }

        if (kind is "role")
        {
            return await RoleAsync(work, bare, cancellation) is { } role
                ? (role, null)
                : (null, $"I know no role “{bare}”.");
        }

        var (person, isAmbiguous) = await PersonAsync(work, bare, cancellation);
        if (isAmbiguous is not null)
        {
            return (null, isAmbiguous);
        }

        var found = person ?? await GroupAsync(work, bare, cancellation) ?? await RoleAsync(work, bare, cancellation);
        return found is not null ? (found, null) : (null, $"I know nobody called “{bare}”: no person, group or role.");
    }

    private static (string? Kind, string Name) Prefix(string name)
    {
        var at = name.IndexOf(':', StringComparison.Ordinal);
        var kind = at > 0 ? name[..at].Trim().ToLowerInvariant() : null;
        return kind is "group" or "role" ? (kind, name[(at + 1)..].Trim()) : (null, name);
    }

    private static async Task<(ApproverReference? Found, string? Problem)> PersonAsync(
        IPimUnitOfWork work,
        string name,
        CancellationToken cancellation
    )
    {
        var sought = AddressIn(name) ?? name;
        var near = await work.Directory.SearchPeopleAsync(sought, MostOffered, cancellation);
        var exact = near.Where(p => IsCalled(p, sought)).ToList();
        var meant = exact.Count > 0 ? exact : near;
        return meant switch
        {
            [] => (null, null),
            [var only] => (new ApproverReference { Person = only.Id }, null),
            _ => (
                null,
                $"“{name}” could be {string.Join(" or ", meant.Select(p => $"{p.Name} ({p.Upn ?? p.Id.Value})"))}. Write the address."
            ),
        };
    }

    // What we write ourselves after a name: its address in parentheses.
    private static string? AddressIn(string name) =>
        name.EndsWith(')')
        && name.LastIndexOf('(') is > 0 and var open
        && name[(open + 1)..^1] is var inside
        && inside.Contains('@', StringComparison.Ordinal)
            ? inside.Trim()
            : null;

    private static bool IsCalled(Person person, string text) =>
        person.Id.Value.Equals(text, StringComparison.OrdinalIgnoreCase)
        || person.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
        || text.Equals(person.Upn, StringComparison.OrdinalIgnoreCase)
        || text.Equals(person.Mail, StringComparison.OrdinalIgnoreCase);

    private static async Task<ApproverReference?> GroupAsync(
        IPimUnitOfWork work,
        string name,
        CancellationToken cancellation
    )
    {
        var called = (await work.Directory.AllGroupsAsync(cancellation))
            .Where(g =>
                g.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                || g.Id.Value.Equals(name, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        return called is [var only] ? new ApproverReference { Group = only.Id } : null;
    }

    private static async Task<ApproverReference?> RoleAsync(
        IPimUnitOfWork work,
        string name,
        CancellationToken cancellation
    )
    {
        var roles = await work.Directory.RolesAsync(cancellation);
        var named = RoleNames.Named(name, [.. roles.Select(r => new NamedRole(r.Id.Value, r.Name, r.Aliases))]);
        return named is [var only] ? new ApproverReference { Role = new RoleId(only.Key) } : null;
    }
}
