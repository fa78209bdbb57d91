using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Administration.Model;

/// <summary>The world as the rules see it: who is there, who holds what at this moment, and who may therefore do what.</summary>
internal sealed class Realm
{
    private static readonly RoleId[] Readers =
    [
        WellKnownRoles.SecurityAdministrator,
        WellKnownRoles.GlobalReader,
        WellKnownRoles.SecurityReader,
    ];

    private static readonly RoleId[] AzureManagers = [WellKnownRoles.Owner, WellKnownRoles.UserAccessAdministrator];

    public DateTimeOffset Now { get; set; }

    public Dictionary<PersonId, Person> People { get; init; } = [];

    public Dictionary<GroupId, Group> Groups { get; init; } = [];

    public Dictionary<RoleId, Role> Roles { get; init; } = [];

    public Dictionary<ScopeId, Scope> Scopes { get; init; } = [];

    public Dictionary<RoleScope, RolePolicy> Policies { get; init; } = [];

    /// <summary>Every assignment, those that are over for as long as they can be renewed.</summary>
    public List<Standing> Standings { get; init; } = [];

    public List<Wish> Wishes { get; } = [];

    public List<Activation> Activations { get; } = [];

    public Dictionary<PersonId, DateTimeOffset> ElevatedUntil { get; } = [];

    public bool IsSetUp { get; set; }

    /// <summary>Whether activations that lost their eligibility are thought away.</summary>
    public bool IsOnGround { get; set; }

    /// <summary>Whether what is over counts until somebody looked at it.</summary>
    public bool CountsOverdue { get; set; }

    public bool Counts(Standing standing) =>
        standing.HoldsAt(Now) || (CountsOverdue && !standing.IsEnded && standing.IsOverAt(Now));

    public bool Counts(Activation activation) =>
        activation.CountsAt(Now)
        || (CountsOverdue && activation.State is RequestState.Provisioned && activation.Until <= Now);

    /// <summary>How often what happened that must be in the audit.</summary>
    public Dictionary<AuditAction, int> Happened { get; } = new() { [AuditAction.DirectoryLoaded] = 1 };

    public void Record(AuditAction happened) => Happened[happened] = Happened.GetValueOrDefault(happened) + 1;

    public RolePolicy PolicyOf(RoleScope access) => Policies.GetValueOrDefault(access) ?? RolePolicy.Default(access);

    /// <summary>The scope and all above it.</summary>
    public IEnumerable<ScopeId> Upwards(ScopeId scope)
    {
        for (ScopeId? at = scope; at is { } id; at = Scopes[id].Parent)
        {
            yield return id;
        }
    }

    /// <summary>Members of the directory, and whom a role of the group makes one now.</summary>
    public HashSet<PersonId> Members(GroupId group) =>
        [.. Groups[group].Members, .. Direct(group, RoleKind.GroupMember)];

    public HashSet<PersonId> Owners(GroupId group)
    {
        var owners = new HashSet<PersonId>(Groups[group].Owners);
        owners.UnionWith(People.Keys.Where(p => Holds(p).Any(a => IsRoleOf(a, group, RoleKind.GroupOwner))));
        return owners;
    }

    public IEnumerable<Standing> AssignedTo(PersonId person) =>
        Standings.Where(s => s.To.Person == person || (s.To.Group is { } group && Members(group).Contains(person)));

    public HashSet<RoleScope> Assigned(PersonId person) =>
        [.. AssignedTo(person).Where(s => s.Type is AssignmentType.Active && Counts(s)).Select(s => s.Access)];

    public HashSet<RoleScope> Holds(PersonId person) =>
        [
            .. Assigned(person),
            .. Activations
                .Where(a => a.Person.Id == person && Counts(a) && (!IsOnGround || a == Spared || HasGround(a)))
                .Select(a => a.Access),
        ];

    /// <summary>An activation that counts although it lost its ground.</summary>
    public Activation? Spared { get; set; }

    /// <summary>An activation lives on an enabled holder's eligibility.</summary>
    public bool HasGround(Activation activation) =>
        People[activation.Person.Id].Enabled && EligibilitiesAt(activation.Person.Id, activation.Access).Count > 0;

    /// <summary>Held somewhere above, an eligibility is one here.</summary>
    public List<Standing> EligibilitiesAt(PersonId person, RoleScope access)
    {
        var path = Upwards(access.Scope).ToList();
        return
        [
            .. AssignedTo(person)
                .Where(s =>
                    s.Type is AssignmentType.Eligible
                    && Counts(s)
                    && s.Access.Role == access.Role
                    && path.Contains(s.Access.Scope)
                )
                .OrderBy(s => path.IndexOf(s.Access.Scope)),
        ];
    }

    public bool IsElevated(PersonId person) =>
        MayAct(person)
        && ElevatedUntil.TryGetValue(person, out var until)
        && Now < until
        && Holds(person).Any(a => a.Role == WellKnownRoles.GlobalAdministrator);

    /// <summary>Disabled people do nothing, and service accounts administer nothing and are nobody's last.</summary>
    public bool MayAct(PersonId person) => People[person] is { Enabled: true, Kind: not PersonKind.ServiceAccount };

    /// <summary>Those who manage; where nobody does, those who could activate it.</summary>
    public HashSet<PersonId> Managers(RoleScope access)
    {
        var managers = People.Keys.Where(p => Right(p, access) is AdministrationRight.Manage).ToHashSet();
        if (managers.Count > 0)
        {
            return managers;
        }

        var path = Upwards(access.Scope).ToHashSet();
        var (roles, isAzure) =
            Roles[access.Role].Kind is RoleKind.AzureRole
                ? (AzureManagers, true)
                : ((IReadOnlyList<RoleId>)WellKnownRoles.Guarded, false);
        return
        [
            .. People.Keys.Where(p =>
                MayAct(p)
                && AssignedTo(p)
                    .Any(s =>
                        s.Type is AssignmentType.Eligible
                        && Counts(s)
                        && roles.Contains(s.Access.Role)
                        && (!isAzure || path.Contains(s.Access.Scope))
                    )
            ),
        ];
    }

    /// <summary>The table "who may do what".</summary>
    public AdministrationRight Right(PersonId person, RoleScope access)
    {
        if (!MayAct(person))
        {
            return AdministrationRight.None;
        }

        var holds = Holds(person);
        var kind = Roles[access.Role].Kind;
        if (kind is RoleKind.AzureRole)
        {
            var path = Upwards(access.Scope).ToHashSet();
            return IsElevated(person) || holds.Any(a => AzureManagers.Contains(a.Role) && path.Contains(a.Scope))
                ? AdministrationRight.Manage
                : AdministrationRight.None;
        }

        var owns =
            kind is not RoleKind.DirectoryRole
            && Scopes[access.Scope].Group is { } group
            && Owners(group).Contains(person);
        return owns || holds.Any(a => WellKnownRoles.Guarded.Contains(a.Role)) ? AdministrationRight.Manage
            : holds.Any(a => Readers.Contains(a.Role)) ? AdministrationRight.View
            : AdministrationRight.None;
    }

    public bool AreOneHuman(PersonId one, PersonId other) => Human(one) == Human(other);

    /// <summary>Those who may approve what this person asks for; null: whoever asks.</summary>
    public HashSet<PersonId> Approvers(ActivationPolicy policy, RoleScope access, PersonId? asker = null)
    {
        var named = policy.Approvers.Select(a => a.Person).OfType<PersonId>();
        var groups = policy.Approvers.Select(a => a.Group).OfType<GroupId>().SelectMany(Members);
        var roles = policy.Approvers.Select(a => a.Role).OfType<RoleId>().ToHashSet();
        if (policy.Approvers.Count == 0 && Roles[access.Role].Kind is RoleKind.DirectoryRole)
        {
            roles.UnionWith(WellKnownRoles.Guarded);
        }

        var path = Upwards(access.Scope).ToHashSet();
        bool HasOneOf(PersonId person) =>
            AssignedTo(person).Any(s => roles.Contains(s.Access.Role) && path.Contains(s.Access.Scope) && Counts(s));

        var daily = groups
            .Concat(roles.Count == 0 ? [] : People.Keys.Where(HasOneOf))
            .Where(p => People[p].Kind is not PersonKind.Emergency);
        return [.. named.Concat(daily).Where(p => MayAct(p) && !(asker is { } someone && AreOneHuman(p, someone)))];
    }

    /// <summary>Accounts of one human being hang on one of them.</summary>
    private PersonId Human(PersonId id) => People[id].LinkedTo ?? id;

    private bool IsRoleOf(RoleScope access, GroupId group, RoleKind kind) =>
        Roles[access.Role].Kind == kind && Scopes[access.Scope].Group == group;

    /// <summary>People who hold a role of the group themselves, and not through another group.</summary>
    private IEnumerable<PersonId> Direct(GroupId group, RoleKind kind) =>
        Standings
            .Where(s => s.Type is AssignmentType.Active && Counts(s) && IsRoleOf(s.Access, group, kind))
            .Select(s => s.To.Person)
            .OfType<PersonId>()
            .Concat(Activations.Where(a => Counts(a) && IsRoleOf(a.Access, group, kind)).Select(a => a.Person.Id));
}
