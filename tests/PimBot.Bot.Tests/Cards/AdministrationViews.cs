using PimBot.Application.Access;
using PimBot.Domain.Access;

namespace PimBot.Bot.Tests.Cards;

/// <summary>What an administrator sees, in a small and in a large organization.</summary>
internal static class AdministrationViews
{
    private static readonly string[] Names =
    [
        "Agent ID Administrator",
        "Application Administrator",
        "Application Developer",
        "Attribute Provisioning Administrator",
        "Attribute Provisioning Reader",
        "Authentication Administrator",
        "Authentication Extensibility Administrator",
        "B2C IEF Keyset Administrator",
        "Cloud Application Administrator",
        "Cloud Device Administrator",
        "Conditional Access Administrator",
        "Directory Writers",
        "Domain Name Administrator",
        "External Identity Provider Administrator",
        "Hybrid Identity Administrator",
        "Lifecycle Workflows Administrator",
        "Partner Tier1 Support",
        "Partner Tier2 Support",
        "Privileged Authentication Administrator",
        "Security Operator",
        "Global Administrator",
        "Helpdesk Administrator",
        "Intune Administrator",
        "Password Administrator",
        "Privileged Role Administrator",
        "Security Administrator",
        "User Administrator",
        "Global Reader",
        "Security Reader",
    ];

    public static AdministrationView Of(Cast cast) =>
        Make(
            cast,
            [
                ("Global Administrator", 2, 4),
                ("Privileged Role Administrator", 1, 1),
                ("Security Administrator", 1, 1),
                ("User Administrator", 1, 0),
                ("Helpdesk Administrator", 0, 1),
                ("Global Reader", 0, 0),
            ],
            isElevated: true
        );

    public static Dashboard Dashboard(Cast cast) =>
        new()
        {
            Now = RequestViews.Now,
            View = Of(cast),
            PendingActivations = 2,
            PendingAssignments = 1,
            Alerts = [.. AlertSamples.Many(cast).Where(a => a.IsActive)],
            Starts = [.. Starts(1)],
            Ending =
            [
                Ending(cast, cast.Alice.Name, "Exchange Administrator", AssignmentType.Eligible, 2),
                Ending(cast, cast.Bob.Name, "User Administrator", AssignmentType.Active, 9),
            ],
            EndingCount = 2,
        };

    public static Dashboard Quiet(Cast cast) =>
        new() { Now = RequestViews.Now, View = Make(cast, [("Global Reader", 3, 0)], isReader: true) };

    /// <summary>As much as fits on the card: all 29 privileged roles, and Azure roles and groups besides.</summary>
    public static Dashboard Fullest(Cast cast) =>
        new()
        {
            Now = RequestViews.Now,
            View = Make(
                cast,
                [.. Names.Select((name, i) => (name, 1234 + i, 12_345 + i))],
                isElevated: true,
                azure: 12
            ),
            PendingActivations = 500,
            PendingAssignments = 500,
            HasMorePending = true,
            Starts = [.. Starts(40)],
            Ending =
            [
                .. Enumerable
                    .Range(1, 5)
                    .Select(i =>
                        Ending(
                            cast,
                            cast.Alice.Name,
                            "Attribute Provisioning Administrator",
                            AssignmentType.Eligible,
                            i
                        )
                    ),
            ],
            EndingCount = 500,
            HasMoreEnding = true,
        };

    public static ManagedAccess Access(Cast cast, string name, int permanent, int eligible)
    {
        var role = RoleCalled(cast, name, RoleKind.DirectoryRole);
        var access = new RoleScope(role.Id, ScopeId.Directory);
        return new ManagedAccess(
            role,
            cast.Scope,
            AdministrationRight.Manage,
            new AssignmentCount(access, permanent, 0, eligible)
        );
    }

    private static AdministrationView Make(
        Cast cast,
        IReadOnlyList<(string Name, int Permanent, int Eligible)> directory,
        bool isElevated = false,
        bool isReader = false,
        int azure = 2
    )
    {
        var roles = directory.Select(r => RoleCalled(cast, r.Name, RoleKind.DirectoryRole)).ToList();
        var owner = RoleCalled(cast, "Owner", RoleKind.AzureRole);
        var member = RoleCalled(cast, "Payments responder", RoleKind.GroupMember);
        var subscriptions = Enumerable
            .Range(1, azure)
            .Select(i => ScopeCalled(cast, $"/subscriptions/{i}", $"Contoso Production {i}", ScopeKind.Subscription))
            .ToList();
        var group = ScopeCalled(cast, "/groups/1", "Payments responders", ScopeKind.Group);
        var counts = directory
            .Zip(roles, (r, role) => new AssignmentCount(new(role.Id, ScopeId.Directory), r.Permanent, 0, r.Eligible))
            .Concat(subscriptions.Select(s => new AssignmentCount(new(owner.Id, s.Id), 1, 0, 3)))
            .Append(new AssignmentCount(new(member.Id, group.Id), 0, 0, 1));
        var holds = isReader ? WellKnownRoles.SecurityReader : WellKnownRoles.GlobalAdministrator;
        return new AdministrationView(
            new AdministratorFacts
            {
                Person = cast.Alice,
                Holds = new HashSet<RoleScope> { new(holds, ScopeId.Directory) },
                IsElevated = isElevated,
            },
            [.. roles, owner, member],
            [cast.Scope, .. subscriptions, group],
            [.. counts],
            []
        );
    }

    private static EndingAssignment Ending(Cast cast, string holder, string role, AssignmentType type, int days) =>
        new(
            new Assignment
            {
                Id = Guid.Empty,
                Person = cast.Alice.Id,
                Access = cast.Access,
                Type = type,
                End = RequestViews.Now + TimeSpan.FromDays(days),
            },
            RoleCalled(cast, role, RoleKind.DirectoryRole),
            cast.Scope,
            holder
        );

    private static IEnumerable<DateTimeOffset> Starts(int times) =>
        new[] { 0, 3, 5, 2, 0, 0, 8, 4, 6, 1, 0, 0, 3, 2 }.SelectMany(
            (count, day) => Enumerable.Repeat(RequestViews.Now - TimeSpan.FromDays(13 - day), count * times)
        );

    private static Role RoleCalled(Cast cast, string name, RoleKind kind) =>
        cast.RoleNamed(name) with
        {
            Id = new RoleId($"5eed0000-0000-4000-8000-{name.Sum(letter => (long)letter * letter):D12}"),
            Kind = kind,
        };

    private static Scope ScopeCalled(Cast cast, string id, string name, ScopeKind kind) =>
        cast.ScopeNamed(name) with
        {
            Id = new ScopeId(id),
            Kind = kind,
        };
}
