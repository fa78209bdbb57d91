using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>
/// What changes of people and groups must not do: take the last holder from a guarded role, the last owner from a
/// group, or touch an emergency account. Read before the changes, and held against the store after them.
/// </summary>
internal sealed class DirectoryGuards
{
    private readonly IReadOnlyDictionary<RoleId, int> _holders;
    private readonly IReadOnlyDictionary<GroupId, int> _owners;

    private DirectoryGuards(IReadOnlyDictionary<RoleId, int> holders, IReadOnlyDictionary<GroupId, int> owners) =>
        (_holders, _owners) = (holders, owners);

    public static async Task<DirectoryGuards> ReadAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        RefuseEmergencyAccounts(applying);
        return new(await HoldersAsync(applying, cancellation), await OwnersAsync(applying, cancellation));
    }

    /// <summary>Refuses what took the last away.</summary>
    public async Task CheckAsync(DirectoryApplying applying, CancellationToken cancellation)
    {
        foreach (var (role, count) in await HoldersAsync(applying, cancellation))
        {
            if (count == 0 && _holders.GetValueOrDefault(role) > 0)
            {
                var why = Refusal.Because(ReasonCode.LastAdministrator);
                applying.Refuse(applying.Names.Of(role), DirectoryRefusalWords.Of(why));
            }
        }

        foreach (var (group, count) in await OwnersAsync(applying, cancellation))
        {
            if (count == 0 && _owners.GetValueOrDefault(group) > 0)
            {
                var why = Refusal.Because(ReasonCode.LastGroupOwner);
                applying.Refuse(applying.Names.Of(group), DirectoryRefusalWords.Of(why));
            }
        }
    }

    private static void RefuseEmergencyAccounts(DirectoryApplying applying)
    {
        const string Why = "an emergency account is changed by two administrators, never by a file";
        var emergency = applying
            .Present.People.Where(p => p.Kind is PersonKind.Emergency)
            .Select(p => p.Id)
            .ToHashSet();
        foreach (
            var edit in applying.Plan.People.Where(e => e is { Before.Kind: PersonKind.Emergency, After: not null })
        )
        {
            if (edit.Before!.Kind != edit.After!.Kind || edit.Before.Enabled != edit.After.Enabled)
            {
                applying.Refuse(applying.Names.Of(edit.After.Id), Why);
            }
        }

        foreach (var edit in applying.Plan.Groups.Where(e => e.After is not null))
        {
            var (before, after) = (People(edit.Before), People(edit.After));
            before.SymmetricExceptWith(after);
            if (before.Overlaps(emergency.Select(p => (p, false)).Concat(emergency.Select(p => (p, true)))))
            {
                applying.Refuse(applying.Names.Of(edit.After!.Id), Why);
            }
        }
    }

    private static HashSet<(PersonId, bool)> People(Group? group) =>
        group is null ? [] : [.. group.Members.Select(m => (m, false)), .. group.Owners.Select(o => (o, true))];

    private static async Task<Dictionary<RoleId, int>> HoldersAsync(
        DirectoryApplying applying,
        CancellationToken cancellation
    )
    {
        var counts = new Dictionary<RoleId, int>();
        var scopes = new HashSet<ScopeId> { ScopeId.Directory };
        foreach (var role in WellKnownRoles.Guarded)
        {
            var holders = await HolderReader.ReadAsync(applying.Work, role, scopes, Supposing.Nothing, cancellation);
            counts[role] = await EnabledAsync(applying, holders.Active, cancellation);
        }

        return counts;
    }

    private static async Task<Dictionary<GroupId, int>> OwnersAsync(
        DirectoryApplying applying,
        CancellationToken cancellation
    )
    {
        var disabled = applying
            .Plan.People.Where(e => e is { Before.Enabled: true, After.Enabled: false })
            .Select(e => e.After!.Id)
            .ToHashSet();
        var changed = applying
            .Plan.Groups.Where(e => e is { Before: not null, After: not null })
            .Select(e => e.Before!);
        var groups = changed.Concat(applying.Present.Groups.Where(g => disabled.Overlaps(g.Owners)));
        var scopes = applying.Present.Scopes.Where(s => s.Group is not null).ToLookup(s => s.Group!.Value);
        var counts = new Dictionary<GroupId, int>();
        foreach (var id in groups.Select(g => g.Id).Distinct())
        {
            // A group without a scope of its own has the owners that the directory names.
            var scope =
                scopes[id].FirstOrDefault()
                ?? new Scope
                {
                    Id = new ScopeId(id.Value),
                    Kind = ScopeKind.Group,
                    Name = id.Value,
                };
            var owners = await AdministratorRights.OwnersAsync(applying.Work, scope, Supposing.Nothing, cancellation);
            counts[id] = await EnabledAsync(applying, owners, cancellation);
        }

        return counts;
    }

    private static async Task<int> EnabledAsync(
        DirectoryApplying applying,
        IEnumerable<PersonId> people,
        CancellationToken cancellation
    ) =>
        (await applying.Work.Directory.PeopleAsync([.. people], cancellation)).Count(p =>
            p is { Enabled: true, Kind: not PersonKind.ServiceAccount }
        );
}
