using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>A random directory: people of all kinds, groups, a tree of scopes, roles of every sort, settings and first assignments.</summary>
internal sealed class Town
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly ScopeId Top = new("/");

    private readonly Random random;

    private Town(Random random)
    {
        this.random = random;
        Realm = new Realm
        {
            Now = Start,
            People = People().ToDictionary(p => p.Id),
            Roles = Roles().ToDictionary(r => r.Id),
            Scopes = Scopes().ToDictionary(s => s.Id),
        };
        foreach (var group in new[] { "ops", "staff", "guards" })
        {
            Realm.Groups[new(group)] = new Group
            {
                Id = new(group),
                Name = group,
                Members = Some(Realm.People.Keys, 4),
                Owners = Some(Realm.People.Keys, 2),
            };
        }

        foreach (var access in Places(Realm).Where(_ => random.Next(2) == 0))
        {
            Realm.Policies[access] = PolicyMaker.Possible(random, Realm, access) with { Version = 1 };
        }

        Assign();
    }

    public Realm Realm { get; }

    public static Town Of(int seed) => new(new Random(seed));

    /// <summary>Every role where it can be held.</summary>
    public static IReadOnlyList<RoleScope> Places(Realm realm) =>
        [
            .. realm.Roles.Values.SelectMany(role =>
                realm
                    .Scopes.Values.Where(scope => Scope.Fits(role.Kind, scope.Kind))
                    .Select(scope => new RoleScope(role.Id, scope.Id))
            ),
        ];

    public DirectoryContents Contents() =>
        new(
            [.. Realm.People.Values],
            [.. Realm.Groups.Values],
            [.. Realm.Scopes.Values],
            [.. Realm.Roles.Values],
            [.. Realm.Policies.Values],
            [
                .. Realm.Standings.Select(s => new Assignment
                {
                    Id = s.Id,
                    Person = s.To.Person,
                    Group = s.To.Group,
                    Access = s.Access,
                    Type = s.Type,
                    Start = s.Start,
                    End = s.End,
                }),
            ]
        );

    private static IEnumerable<Role> Roles()
    {
        static Role Of(RoleId id, string name, RoleKind kind) =>
            new()
            {
                Id = id,
                Name = name,
                Kind = kind,
            };
        yield return Of(WellKnownRoles.GlobalAdministrator, "Global Administrator", RoleKind.DirectoryRole);
        yield return Of(
            WellKnownRoles.PrivilegedRoleAdministrator,
            "Privileged Role Administrator",
            RoleKind.DirectoryRole
        );
        yield return Of(WellKnownRoles.SecurityAdministrator, "Security Administrator", RoleKind.DirectoryRole);
        yield return Of(WellKnownRoles.GlobalReader, "Global Reader", RoleKind.DirectoryRole);
        yield return Of(WellKnownRoles.SecurityReader, "Security Reader", RoleKind.DirectoryRole);
        yield return Of(new("helpdesk"), "Helpdesk Administrator", RoleKind.DirectoryRole);
        yield return Of(WellKnownRoles.Owner, "Owner", RoleKind.AzureRole);
        yield return Of(WellKnownRoles.UserAccessAdministrator, "User Access Administrator", RoleKind.AzureRole);
        yield return Of(new("vm"), "Virtual Machine Contributor", RoleKind.AzureRole);
        yield return Of(new("restarter"), "Restarter", RoleKind.AzureRole);
        yield return Of(new("member"), "Member", RoleKind.GroupMember);
        yield return Of(new("owner"), "Owner of the group", RoleKind.GroupOwner);
    }

    private IEnumerable<Person> People()
    {
        Person Of(string id, PersonKind kind, string? linked = null) =>
            new()
            {
                Id = new(id),
                Name = id,
                Kind = kind,
                LinkedTo = linked is null ? null : new PersonId(linked),
                Enabled = id is "ann" or "ben" || random.Next(8) > 0,
            };
        foreach (var name in new[] { "ann", "ben", "cid", "dot", "eve", "fay", "gus" })
        {
            yield return Of(name, PersonKind.Member);
        }

        yield return Of("ann-admin", PersonKind.Member, "ann");
        yield return Of("ben-admin", PersonKind.Member, "ben");
        yield return Of("ben-test", PersonKind.Guest, "ben");
        yield return Of("guest", PersonKind.Guest);
        yield return Of("home", PersonKind.Personal);
        yield return Of("robot", PersonKind.ServiceAccount);
        yield return Of("daemon", PersonKind.ServiceAccount);
        yield return Of("glass", PersonKind.Emergency);
    }

    /// <summary>Azure's tree hangs below the top; each level of it may be missing.</summary>
    private IEnumerable<Scope> Scopes()
    {
        static Scope Of(string id, ScopeKind kind, ScopeId? parent) =>
            new()
            {
                Id = new(id),
                Kind = kind,
                Name = id,
                Parent = parent,
            };
        yield return Of(Top.Value, ScopeKind.Directory, null);
        var above = Top;
        if (random.Next(3) > 0)
        {
            yield return Of("mg", ScopeKind.ManagementGroup, Top);
            above = new("mg");
        }

        yield return Of("sub1", ScopeKind.Subscription, above);
        yield return Of("sub2", ScopeKind.Subscription, above);
        yield return Of("rg", ScopeKind.ResourceGroup, new("sub1"));
        yield return Of("machine", ScopeKind.Resource, new("rg"));
        foreach (var group in new[] { "ops", "staff", "guards" })
        {
            yield return Of($"/groups/{group}", ScopeKind.Group, null);
        }
    }

    private void Assign()
    {
        Assign(Principal.Of(new PersonId("ann")), Top, WellKnownRoles.GlobalAdministrator, AssignmentType.Active, null);
        Assign(
            Principal.Of(new PersonId("ben")),
            Top,
            WellKnownRoles.PrivilegedRoleAdministrator,
            AssignmentType.Active,
            null
        );
        var places = Places(Realm);
        for (var made = 0; made < 30; made++)
        {
            var access = Pick(places);
            var isOfGroup = Realm.Roles[access.Role].Kind is RoleKind.GroupMember or RoleKind.GroupOwner;
            var to =
                !isOfGroup && random.Next(4) == 0
                    ? Principal.Of(Pick([.. Realm.Groups.Keys]))
                    : Principal.Of(Pick([.. Realm.People.Keys]));
            var type = random.Next(2) == 0 ? AssignmentType.Eligible : AssignmentType.Active;
            var isService = to.Person is { } id && Realm.People[id].Kind is PersonKind.ServiceAccount;
            DateTimeOffset? end = random.Next(3) == 0 ? null : Start.AddHours(random.Next(1, 24 * 40));
            Assign(to, access.Scope, access.Role, isService ? AssignmentType.Active : type, end);
        }
    }

    private void Assign(Principal to, ScopeId scope, RoleId role, AssignmentType type, DateTimeOffset? end)
    {
        var access = new RoleScope(role, scope);
        if (!Realm.Standings.Exists(s => s.To == to && s.Access == access && s.Type == type))
        {
            Realm.Standings.Add(
                new Standing
                {
                    Id = NewId(),
                    To = to,
                    Access = access,
                    Type = type,
                    End = end,
                }
            );
        }
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private List<T> Some<T>(IEnumerable<T> all, int most) =>
        [.. all.OrderBy(_ => random.Next()).Take(random.Next(most + 1))];
}
