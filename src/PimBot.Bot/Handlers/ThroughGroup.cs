using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>Says of a person who is meant, and has the role through a group only, through which one, and how that ends.</summary>
internal static class ThroughGroup
{
    private const int Most = 3;

    /// <summary>Null where nobody who is meant has such a role through a group.</summary>
    public static async Task<string?> SayAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> administered,
        AskedNames names,
        CancellationToken cancellation
    )
    {
        if (names.Who is null)
        {
            return null;
        }

        var roles = AssignmentFinder.Roles(administered, names);
        var accesses = roles.SelectMany(a => a.Scopes.Select(s => new RoleScope(a.Role.Id, s.Id))).ToHashSet();
        var byId = roles.Select(a => a.Role).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var sentences = new List<string>();
        foreach (var who in await PrincipalNames.FindAsync(context, names.Who, cancellation))
        {
            if (who.Person is { } person)
            {
                var through = await GroupAccessReader.OfAsync(context.Work, person.Id, accesses, cancellation);
                sentences.AddRange(through.Select(t => Say(person, byId[t.Assignment.Access.Role], t)));
            }
        }

        return sentences.Count == 0 ? null : string.Join(' ', sentences.Take(Most));
    }

    private static string Say(Person person, Role role, GroupAccess through)
    {
        var group = through.Group.Name;
        var kind = AssignmentText.Kind(through.Assignment.Type);
        var alone = through.MemberBy is { } member
            ? $"say “remove {person.Name} from {member.Name} at {group}”"
            : $"take {person.Name} out of that group in your directory";
        return $"{person.Name} has {role.Name} ({kind}) through the group {group}, and not directly. To end it for {person.Name} alone, {alone}; to end it for everybody in the group, say “remove group {group} from {role.Name}”.";
    }
}
