using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Application.Alerts;

/// <summary>
/// Who may read an alert, and who may change it: of the directory, those who view and manage directory roles; of an Azure
/// scope, its administrators alone.
/// </summary>
public static class AlertRights
{
    /// <summary>Whose word of an alert goes out at once: active holders of these.</summary>
    private static readonly IReadOnlyList<RoleId> DirectoryReaders =
    [
        WellKnownRoles.GlobalAdministrator,
        WellKnownRoles.PrivilegedRoleAdministrator,
        WellKnownRoles.SecurityAdministrator,
        WellKnownRoles.GlobalReader,
        WellKnownRoles.SecurityReader,
    ];

    /// <summary>What the person may do with the alert at this moment; <see cref="AdministrationRight.None"/> where there is none such.</summary>
    public static async Task<AdministrationRight> OverAsync(
        IPimUnitOfWork work,
        AdministratorFacts facts,
        AlertKey key,
        CancellationToken cancellation
    )
    {
        var path = AlertDefinitions.Of(key.Kind).IsOfAzure
            ? await work.Directory.ScopePathAsync(key.Scope, cancellation)
            : [];
        return Over(facts, key, path);
    }

    /// <param name="facts">Who asks.</param>
    /// <param name="key">The alert.</param>
    /// <param name="path">The alert's scope and everything above it, nearest first; empty where it is unknown.</param>
    internal static AdministrationRight Over(AdministratorFacts facts, AlertKey key, IReadOnlyList<Scope> path) =>
        (AlertDefinitions.Of(key.Kind).IsOfAzure, key.Scope == ScopeId.Directory, path.Count) switch
        {
            (false, true, _) => AdministrationRules.OverDirectory(facts),
            (true, _, > 0) => AdministrationRules.RightOver(facts, RoleKind.AzureRole, path),
            _ => AdministrationRight.None,
        };

    /// <inheritdoc cref="OverAsync(IPimUnitOfWork, AdministratorFacts, AlertKey, CancellationToken)"/>
    public static async Task<AdministrationRight> OverAsync(
        IPimUnitOfWork work,
        PersonId person,
        AlertKey key,
        CancellationToken cancellation
    ) =>
        await AdministratorRights.FactsAsync(work, person, cancellation) is { } facts
            ? await OverAsync(work, facts, key, cancellation)
            : AdministrationRight.None;

    /// <summary>Whether the person could read any alert at all, were there one.</summary>
    public static bool MayReadSome(AdministratorFacts facts) =>
        AdministrationRules.OverDirectory(facts) is not AdministrationRight.None
        || facts.IsElevated
        || facts.Holds.Any(h => AdministrationRules.AzureManagers.Contains(h.Role));

    /// <summary>Enabled people who may read the alert now, by what they hold actively.</summary>
    internal static async Task<IReadOnlyList<Person>> ReadersAsync(
        IPimUnitOfWork work,
        AlertKey key,
        CancellationToken cancellation
    )
    {
        var (roles, scopes) = AlertDefinitions.Of(key.Kind).IsOfAzure
            ? (
                AdministrationRules.AzureManagers,
                (await work.Directory.ScopePathAsync(key.Scope, cancellation)).Select(s => s.Id).ToHashSet()
            )
            : (DirectoryReaders, [ScopeId.Directory]);
        var active = new HashSet<PersonId>();
        foreach (var role in roles)
        {
            var holders = await HolderReader.ReadAsync(work, role, scopes, Supposing.Nothing, cancellation);
            active.UnionWith(holders.Active);
        }

        var people = await work.Directory.PeopleAsync(active, cancellation);
        return
        [
            .. people
                .Where(p => p is { Enabled: true, Kind: not PersonKind.ServiceAccount })
                .OrderBy(p => p.Id.Value, StringComparer.Ordinal),
        ];
    }
}
