using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access;

/// <summary>
/// Finds the administrators to be told: active Global, Privileged Role and Security Administrators. Those who are
/// merely eligible get no administrator mails (PIM's rule).
/// </summary>
public static class AdministratorReader
{
    internal static async Task TellAsync(
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

    /// <summary>Active Global, Privileged Role and Security Administrators.</summary>
    public static async Task<IReadOnlyList<Person>> ActiveAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var active = new HashSet<PersonId>();
        var directory = new HashSet<ScopeId> { ScopeId.Directory };
        foreach (var role in WellKnownRoles.ToldOfActivations)
        {
            var holders = await HolderReader.ReadAsync(work, role, directory, Supposing.Nothing, cancellation);
            active.UnionWith(holders.Active);
        }

        var people = await work.Directory.PeopleAsync(active, cancellation);
        return [.. people.Where(p => p is { Enabled: true, Kind: not PersonKind.ServiceAccount })];
    }
}
