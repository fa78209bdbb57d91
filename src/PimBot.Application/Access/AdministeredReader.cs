using PimBot.Application.Work;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Reads what a person administers: the roles and scopes that may be offered to them, and no others.</summary>
public static class AdministeredReader
{
    /// <summary>Every role, by name, with the scopes at which the person has at least this right; empty for most people.</summary>
    public static async Task<IReadOnlyList<AdministeredRole>> ReadAsync(
        IPimUnitOfWork work,
        PersonId person,
        AdministrationRight least,
        CancellationToken cancellation
    )
    {
        if (await AdministratorRights.FactsAsync(work, person, cancellation) is not { } facts || !MayBeAny(facts))
        {
            return [];
        }

        var scopes = await work.Directory.AllScopesAsync(cancellation);
        var byId = scopes.ToDictionary(s => s.Id);
        var byKind = new Dictionary<RoleKind, IReadOnlyList<Scope>>();
        var found = new List<AdministeredRole>();
        foreach (var role in await work.Directory.RolesAsync(cancellation))
        {
            if (!byKind.TryGetValue(role.Kind, out var allowed))
            {
                allowed =
                [
                    .. scopes.Where(scope =>
                        Scope.Fits(role.Kind, scope.Kind)
                        && AdministrationRules.RightOver(facts, role.Kind, PathOf(scope, byId)) >= least
                    ),
                ];
                byKind[role.Kind] = allowed;
            }

            if (allowed.Count > 0)
            {
                found.Add(new AdministeredRole(role, allowed));
            }
        }

        return [.. found.OrderBy(f => f.Role.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether the person administers anything, at least to this degree.</summary>
    public static async Task<bool> IsAnyAsync(
        IPimUnitOfWork work,
        PersonId person,
        AdministrationRight least,
        CancellationToken cancellation
    ) => (await ReadAsync(work, person, least, cancellation)).Count > 0;

    // Who holds nothing, owns nothing and is not elevated administers nothing: the scope tree need not be read.
    private static bool MayBeAny(AdministratorFacts facts) =>
        facts.Holds.Count > 0 || facts.Owns.Count > 0 || facts.IsElevated;

    private static List<Scope> PathOf(Scope scope, Dictionary<ScopeId, Scope> byId)
    {
        var path = new List<Scope> { scope };
        while (path[^1].Parent is { } parent && byId.TryGetValue(parent, out var above) && path.Count < byId.Count)
        {
            path.Add(above);
        }

        return path;
    }
}
