using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>
/// Finds the administrators to be told: active Global, Privileged Role and Security Administrators. Those who are
/// merely eligible get no administrator mails (PIM's rule).
/// </summary>
internal static class AdministratorReader
{
    public static async Task TellAsync(
        IPimUnitOfWork work,
        NoticeKind kind,
        ActivationRequest about,
        string occasion,
        CancellationToken cancellation
    )
    {
        foreach (var administrator in await ActiveAsync(work, cancellation))
        {
            if (administrator.Id != about.Requester)
            {
                work.Tell(kind, administrator.Id, about.Id, occasion);
            }
        }
    }

    private static async Task<IReadOnlyList<Person>> ActiveAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var holders = new HashSet<PersonId>();
        foreach (var role in WellKnownRoles.ToldOfActivations)
        {
            var assignments = (await work.Directory.AssignmentsToAsync(role, cancellation))
                .Where(a => a.Type is AssignmentType.Active && a.HoldsAt(work.Now))
                .ToList();
            holders.UnionWith(assignments.Select(a => a.Person).OfType<PersonId>());
            var groups = assignments.Select(a => a.Group).OfType<GroupId>().ToHashSet();
            foreach (var group in await work.Directory.GroupsAsync(groups, cancellation))
            {
                holders.UnionWith(group.Members);
            }

            var grants = await work.Grants.OpenOfRoleAsync(role, cancellation);
            holders.UnionWith(grants.Where(g => g.IsActiveAt(work.Now)).Select(g => g.Person));
        }

        var people = await work.Directory.PeopleAsync(holders, cancellation);
        return [.. people.Where(p => p.Enabled)];
    }
}
