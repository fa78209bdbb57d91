using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>Reads alerts for the eyes of those who may see them.</summary>
public static class AlertReader
{
    /// <summary>Null for whoever may read no alert.</summary>
    public static async Task<AlertList?> ListAsync(
        IPimUnitOfWork work,
        PersonId reader,
        CancellationToken cancellation
    ) =>
        await AdministratorRights.FactsAsync(work, reader, cancellation) is { } facts && AlertRights.MayReadSome(facts)
            ? await ListAsync(work, facts, cancellation)
            : null;

    /// <summary>The alert; null where there is none such that the person may read.</summary>
    public static async Task<AlertView?> FindAsync(
        IPimUnitOfWork work,
        PersonId reader,
        AlertKey key,
        CancellationToken cancellation
    )
    {
        var right = await AlertRights.OverAsync(work, reader, key, cancellation);
        var scope = (await work.Directory.ScopesAsync([key.Scope], cancellation)).SingleOrDefault();
        return right is AdministrationRight.None || scope is null
            ? null
            : new AlertView(
                await work.Alerts.FindAsync(key, cancellation),
                scope,
                await work.Alerts.CountAsync(key, cancellation),
                right
            );
    }

    /// <summary>A page of an alert; one behind the last is the last. Null where there is none such that the person may read.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="key">The alert.</param>
    /// <param name="number">Which page, from 0.</param>
    /// <param name="size">Incidents on a page.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<AlertPage?> PageAsync(
        IPimUnitOfWork work,
        PersonId reader,
        AlertKey key,
        int number,
        int size,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(work, reader, key, cancellation) is not { } view)
        {
            return null;
        }

        var at = Math.Clamp(number, 0, Math.Max(0, (view.Incidents - 1) / size));
        var incidents = await work.Alerts.IncidentsAsync(key, at * size, size, cancellation);
        var scan = await work.Alerts.ScanAsync(cancellation);
        return new AlertPage(view, await ViewAsync(work, incidents, cancellation), at, scan.ScannedAt, work.Now);
    }

    /// <summary>The names of what incidents are about, in the same order, read at once.</summary>
    public static async Task<IReadOnlyList<AlertIncidentView>> ViewAsync(
        IPimUnitOfWork work,
        IReadOnlyList<AlertIncident> incidents,
        CancellationToken cancellation
    )
    {
        var names = await Assignee.ReadAsync(work, incidents.Select(PrincipalOf).OfType<Principal>(), cancellation);
        var roles = (await work.Directory.RolesAsync(cancellation)).ToDictionary(r => r.Id);
        var scopes = (
            await work.Directory.ScopesAsync([.. incidents.Select(i => i.Access.Scope).Distinct()], cancellation)
        ).ToDictionary(s => s.Id);
        var assignments = (
            await work.Assignments.FindAsync([.. incidents.Select(i => i.Assignment).OfType<Guid>()], cancellation)
        ).ToDictionary(a => a.Id);
        return
        [
            .. incidents.Select(i => new AlertIncidentView(
                i,
                PrincipalOf(i) is { } whom ? names[whom] : null,
                roles.GetValueOrDefault(i.Access.Role),
                scopes.GetValueOrDefault(i.Access.Scope),
                i.Assignment is { } id ? assignments.GetValueOrDefault(id) : null
            )),
        ];
    }

    internal static Principal? PrincipalOf(AlertIncident incident) =>
        incident.Person is { } person ? Principal.Of(person)
        : incident.Group is { } group ? Principal.Of(group)
        : null;

    /// <summary>What somebody with these rights may see; empty for whoever may read no alert.</summary>
    internal static async Task<AlertList> ListAsync(
        IPimUnitOfWork work,
        AdministratorFacts facts,
        CancellationToken cancellation
    )
    {
        var counts = await work.Alerts.CountAsync(cancellation);
        var stored = (await work.Alerts.AllAsync(cancellation)).ToDictionary(a => a.Key);
        var directory = AlertDefinitions.All.Where(d => !d.IsOfAzure).Select(d => AlertKey.OfDirectory(d.Kind));
        var keys = directory.Concat(counts.Keys).Concat(stored.Keys).ToHashSet();
        // Read at once, however many scopes have alerts.
        var scopes = keys.All(k => k.Scope == ScopeId.Directory)
            ? await work.Directory.ScopesAsync([ScopeId.Directory], cancellation)
            : await work.Directory.AllScopesAsync(cancellation);
        var tree = scopes.ToDictionary(s => s.Id);
        var views = keys.Where(k => tree.ContainsKey(k.Scope))
            .Select(k => new AlertView(
                stored.GetValueOrDefault(k) ?? Alert.New(k),
                tree[k.Scope],
                counts.GetValueOrDefault(k),
                AlertRights.Over(facts, k, PathOf(k.Scope, tree))
            ))
            .Where(v => v.Right is not AdministrationRight.None);
        var scan = await work.Alerts.ScanAsync(cancellation);
        return new AlertList(
            [
                .. views
                    .OrderByDescending(v => v.IsActive)
                    .ThenByDescending(v => v.Incidents > 0)
                    .ThenByDescending(v => v.Definition.Severity)
                    .ThenBy(v => v.Key.Kind)
                    .ThenBy(v => v.Scope.Name, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(v => v.Key.Scope.Value, StringComparer.Ordinal),
            ],
            scan.ScannedAt,
            work.Now
        );
    }

    // Ends even if a loop was ever stored.
    private static IReadOnlyList<Scope> PathOf(ScopeId id, Dictionary<ScopeId, Scope> tree)
    {
        var path = new List<Scope>();
        for (
            var next = tree.GetValueOrDefault(id);
            next is not null && path.Count <= tree.Count;
            next = next.Parent is { } parent ? tree.GetValueOrDefault(parent) : null
        )
        {
            path.Add(next);
        }

        return path;
    }
}
