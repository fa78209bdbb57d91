using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Tests.AsCode;

/// <summary>A random directory of which every reference leads somewhere and every value is possible.</summary>
internal sealed class RandomDirectory(int seed)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Oddities =
    [
        "null",
        "true",
        "0012",
        "1e3",
        "~",
        "- x",
        "a: b",
        "#x",
        "ä ß 漢 🙂",
        "it's \"quoted\" \\ back",
        "{x}",
        "[y]",
        "2026-01-01",
        "a, b",
        "%x",
        "@x",
        "`x",
        "!x",
        "&x",
        "*x",
        "|",
        ">",
        "?",
        "no",
    ];

    private readonly Random _random = new(seed);

    public DirectoryContents Make()
    {
        var people = Many(1, 12, Person);
        people = [.. people.Select(p => Linked(p, people))];
        var groups = Many(0, 5, i => Group(i, people));
        var scopes = Scopes(groups);
        var roles = Many(1, 8, Role);
        var accesses = roles
            .SelectMany(r => scopes.Where(s => Scope.Fits(r.Kind, s.Kind)), (r, s) => (Role: r, Scope: s))
            .ToList();
        var policies = accesses
            .Where(_ => Maybe())
            .Select(a => Policy(a.Role, a.Scope, people, groups, roles))
            .ToList();
        var oversight = new RandomOversight(_random, Odd);
        return new(people, groups, scopes, roles, policies, Assignments(accesses, people, groups))
        {
            Reviews = accesses.Count == 0 ? [] : Many(0, 4, i => oversight.Review(i, One(accesses), people)),
            HasReviews = true,
            Alerts = oversight.Alerts(scopes),
            HasAlerts = true,
        };
    }

    private Person Person(int i) =>
        new()
        {
            Id = new PersonId($"p{i} {Odd()}"),
            Name = Odd(),
            Upn = Maybe() ? $"p{i}@x.example" : null,
            Mail = Maybe() ? $"p{i}@x.example" : null,
            SecondaryMail = Maybe() ? Odd() : null,
            Kind = Pick<PersonKind>(),
            Enabled = Maybe(),
            LastSignIn = Maybe() ? Now.AddTicks(-_random.NextInt64(0, TimeSpan.TicksPerDay * 900) / 10 * 10) : null,
        };

    private Person Linked(Person person, IReadOnlyList<Person> people)
    {
        var others = people.Where(p => p.Id != person.Id).ToList();
        return others.Count == 0
            ? person
            : person with
            {
                Manager = Maybe() ? One(others).Id : null,
                // Never to one that is linked itself: only the first is linked to.
                LinkedTo = person.Id != people[0].Id && Maybe() ? people[0].Id : null,
            };
    }

    private Group Group(int i, IReadOnlyList<Person> people) =>
        new()
        {
            Id = new GroupId($"g{i}"),
            Name = Odd(),
            Members = [.. people.Where(_ => Maybe()).Select(p => p.Id)],
            Owners = [.. people.Where(_ => Maybe()).Select(p => p.Id)],
        };

    private List<Scope> Scopes(IReadOnlyList<Group> groups)
    {
        var scopes = new List<Scope>
        {
            new()
            {
                Id = ScopeId.Directory,
                Kind = ScopeKind.Directory,
                Name = Odd(),
            },
        };
        foreach (var kind in new[] { ScopeKind.ManagementGroup, ScopeKind.Subscription, ScopeKind.ResourceGroup })
        {
            var above = scopes.Where(s => s.Kind < kind).ToList();
            scopes.AddRange(
                Many(
                    0,
                    3,
                    i => new Scope
                    {
                        Id = new ScopeId($"/{kind}/{i}"),
                        Kind = kind,
                        Name = Odd(),
                        Parent = Maybe() ? One(above).Id : null,
                    }
                )
            );
        }

        scopes.AddRange(
            groups.Select(g => new Scope
            {
                Id = new ScopeId($"/groups/{g.Id}"),
                Kind = ScopeKind.Group,
                Name = Odd(),
            })
        );
        return scopes;
    }

    private Role Role(int i) =>
        new()
        {
            Id = new RoleId($"r{i}"),
            Name = Odd(),
            Kind = Pick<RoleKind>(),
            Privileged = Maybe(),
            Aliases = Maybe() ? [.. Oddities.Where(_ => Maybe())] : [],
        };

    private RolePolicy Policy(
        Role role,
        Scope scope,
        IReadOnlyList<Person> people,
        IReadOnlyList<Group> groups,
        IReadOnlyList<Role> roles
    )
    {
        var approvers = people
            .Where(p => p.Kind is not PersonKind.ServiceAccount && Maybe())
            .Select(p => new ApproverReference { Person = p.Id })
            .Concat(groups.Where(_ => Maybe()).Select(g => new ApproverReference { Group = g.Id }))
            .Append(new ApproverReference { Role = One(roles).Id })
            .ToList();
        var context = Maybe() ? $"c{_random.Next(1, 100)}" : null;
        var require = (ActivationRequirements)_random.Next(16);
        require = context is null ? require : require & ~ActivationRequirements.Mfa;
        var approval = require.HasFlag(ActivationRequirements.Approval);
        return new RolePolicy
        {
            Access = new RoleScope(role.Id, scope.Id),
            Activation = new ActivationPolicy
            {
                Maximum = TimeSpan.FromMinutes(_random.Next(5, 24 * 60 + 1)),
                Require = require,
                AuthenticationContext = context,
                Approvers = approval ? approvers : [],
                IsDecisionReasonRequired = Maybe(),
                Channel = approval && Maybe() ? new("19:x@thread.tacv2", Odd(), Maybe()) : null,
                Window = TimeSpan.FromMinutes(_random.Next(60, 14 * 24 * 60 + 1)),
            },
            Eligible = AssignmentPolicy(),
            Active = AssignmentPolicy(),
            Notify = (NotificationEvents)_random.Next(8),
            Notifications = Notifications(),
        };
    }

    private AssignmentPolicy AssignmentPolicy()
    {
        var isBound = Maybe();
        return new AssignmentPolicy
        {
            Maximum = isBound ? TimeSpan.FromMinutes(_random.Next(5, 900_000)) : null,
            OfferedMaximum = !isBound && Maybe() ? TimeSpan.FromDays(_random.Next(1, 400)) : null,
            Require = (ActivationRequirements)_random.Next(4),
        };
    }

    private List<NotificationRule> Notifications() =>
        [
            .. from recipient in Enum.GetValues<NotificationRecipient>()
            from about in new[] { 1, 2, 4 }
            where Maybe()
            select new NotificationRule
            {
                Recipient = recipient,
                Event = (NotificationEvents)about,
                IsDefaultRecipientsEnabled = Maybe(),
                FurtherRecipients = Maybe() ? ["soc@x.example", $"team{_random.Next(9)}@x.example"] : [],
                IsCriticalOnly = Maybe(),
            },
        ];

    private List<Assignment> Assignments(
        IReadOnlyList<(Role Role, Scope Scope)> accesses,
        IReadOnlyList<Person> people,
        IReadOnlyList<Group> groups
    )
    {
        if (accesses.Count == 0)
        {
            return [];
        }

        var all = Many(0, 30, _ => Assignment(One(accesses), One(people), groups));
        return [.. all.DistinctBy(a => (a.Principal, a.Access, a.Type))];
    }

    private Assignment Assignment((Role Role, Scope Scope) access, Person person, IReadOnlyList<Group> groups)
    {
        // Groups in groups would soon be in themselves.
        var group = groups.Count > 0 && access.Scope.Group is null && Maybe() ? One(groups).Id : (GroupId?)null;
        var start = Maybe() ? Now.AddMinutes(_random.Next(-500_000, 500_000)) : (DateTimeOffset?)null;
        var from = start > Now ? start.Value : Now;
        var isAccount = group is null && person.Kind is PersonKind.ServiceAccount;
        return new Assignment
        {
            Id = Guid.NewGuid(),
            Person = group is null ? person.Id : null,
            Group = group,
            Access = new RoleScope(access.Role.Id, access.Scope.Id),
            Type = isAccount ? AssignmentType.Active : Pick<AssignmentType>(),
            Start = start,
            End = Maybe() ? from.AddMinutes(_random.Next(6, 900_000)).AddMicroseconds(_random.Next(999_999)) : null,
        };
    }

    private List<T> Many<T>(int least, int most, Func<int, T> make) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(make)];

    private T One<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private T Pick<T>()
        where T : struct, Enum => One(Enum.GetValues<T>());

    private string Odd() => One(Oddities);

    private bool Maybe() => _random.Next(2) == 0;
}
