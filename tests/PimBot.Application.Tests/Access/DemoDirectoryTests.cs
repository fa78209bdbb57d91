using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using static PimBot.Domain.Policies.ActivationRequirements;

namespace PimBot.Application.Tests.Access;

/// <summary>The demo directory holds the example settings of the deployment plan, and lets every one of its stories be played.</summary>
public sealed class DemoDirectoryTests
{
    private const string Production = "Contoso Production";
    private const string Sandbox = "Contoso Sandbox";

    private readonly DirectoryContents _demo = DemoDirectory.Load();

    [Fact]
    public void It_has_no_faults() =>
        Assert.Empty(DirectoryDocument.Parse(DemoDirectory.Json, DemoDirectory.Now).Faults);

    [Fact]
    public void It_does_not_age()
    {
        foreach (var years in (int[])[-20, 1, 50])
        {
            Assert.Empty(DirectoryDocument.Parse(DemoDirectory.Json, DemoDirectory.Now.AddYears(years)).Faults);
        }
    }

    public static TheoryData<string, string, int, ActivationRequirements, string, bool, int?> Plan =>
        new()
        {
            {
                "Global Administrator",
                "Contoso",
                1,
                Mfa | Justification | Ticket | Approval,
                "Global Administrator",
                true,
                null
            },
            { "Exchange Administrator", "Contoso", 2, Mfa | Justification, "", true, null },
            { "Helpdesk Administrator", "Contoso", 8, Ticket, "", false, null },
            { "Owner", Production, 1, Mfa | Justification | Approval, "Owner", true, 90 },
            { "User Access Administrator", Sandbox, 1, Mfa | Justification, "", true, 90 },
            { "Virtual Machine Contributor", "payments", 3, Justification, "", true, 180 },
        };

    [Theory]
    [MemberData(nameof(Plan))]
    public void A_role_has_the_settings_of_the_plan(
        string role,
        string scope,
        int hours,
        ActivationRequirements require,
        string approverRole,
        bool notification,
        int? eligibleDays
    )
    {
        var policy = Assert.Single(_demo.Policies, p => p.Access == Access(role, scope));

        Assert.Equal(TimeSpan.FromHours(hours), policy.Activation.Maximum);
        Assert.Equal(require, policy.Activation.Require);
        Assert.Equal(TimeSpan.FromDays(1), policy.Activation.Window);
        Assert.Equal(
            approverRole.Length == 0 ? [] : [new ApproverReference { Role = Role(approverRole).Id }],
            policy.Activation.Approvers
        );
        Assert.Equal(notification ? NotificationEvents.Activation : NotificationEvents.None, policy.Notify);
        Assert.Equal(eligibleDays is { } days ? TimeSpan.FromDays(days) : null, policy.Eligible.Maximum);
    }

    [Fact]
    public void Of_the_plans_roles_only_the_emergency_accounts_hold_one_permanently()
    {
        string[] roles =
        [
            "Global Administrator",
            "Exchange Administrator",
            "Helpdesk Administrator",
            "Owner",
            "User Access Administrator",
            "Virtual Machine Contributor",
        ];
        var ids = roles.Select(name => Role(name).Id).ToHashSet();

        var permanent = _demo.Assignments.Where(a =>
            ids.Contains(a.Access.Role) && a is { Type: AssignmentType.Active, End: null }
        );

        Assert.Equal(
            [("Emergency access 1", "Global Administrator"), ("Emergency access 2", "Global Administrator")],
            permanent.Select(a => (Person(a.Person).Name, _demo.Roles.Single(r => r.Id == a.Access.Role).Name)).Order()
        );
        Assert.Equal(
            ["Emergency access 1", "Emergency access 2"],
            _demo.People.Where(p => p.Kind is PersonKind.Emergency).Select(p => p.Name).Order()
        );
    }

    [Fact]
    public void Each_role_with_approval_has_someone_else_who_can_approve()
    {
        foreach (var name in (string[])["Global Administrator", "Owner"])
        {
            var holders = _demo
                .Assignments.Where(a => a.Access.Role == Role(name).Id && a.Type is AssignmentType.Eligible)
                .Select(a => Person(a.Person))
                .ToList();
            Assert.All(
                holders,
                asks => Assert.Contains(holders, p => p.Kind is PersonKind.Member && !p.IsSameHumanAs(asks))
            );
        }
    }

    [Fact]
    public void Every_kind_of_account_that_has_rules_of_its_own_is_there()
    {
        Assert.Single(_demo.People, p => p.Kind is PersonKind.Guest);
        Assert.Single(_demo.People, p => p.Kind is PersonKind.ServiceAccount);
        Assert.Single(_demo.People, p => !p.Enabled);
        var second = Assert.Single(_demo.People, p => p.LinkedTo is not null);
        Assert.Equal("Bob Berg", Person(second.LinkedTo).Name);
    }

    [Fact]
    public void Its_scopes_are_four_deep()
    {
        var kinds = new List<ScopeKind>();
        for (
            var scope = _demo.Scopes.First(s => s.Kind is ScopeKind.Resource);
            scope is not null;
            scope = _demo.Scopes.SingleOrDefault(s => s.Id == scope.Parent)
        )
        {
            kinds.Add(scope.Kind);
        }

        Assert.Equal(
            [ScopeKind.Resource, ScopeKind.ResourceGroup, ScopeKind.Subscription, ScopeKind.ManagementGroup],
            kinds
        );
    }

    [Fact]
    public void Its_moments_count_from_the_load()
    {
        var alice = _demo.People.Single(p => p.Name == "Alice Andersen");
        var machines = _demo.Assignments.Single(a => a.Person == alice.Id && a.End is not null);

        Assert.Equal(DemoDirectory.Now.AddDays(150), machines.End);
        Assert.Equal(DemoDirectory.Now.AddHours(-2), alice.LastSignIn);
        Assert.Null(machines.Start);
    }

    private Role Role(string name) => _demo.Roles.Single(r => r.Name == name);

    private Person Person(PersonId? id) => _demo.People.Single(p => p.Id == id);

    private RoleScope Access(string role, string scope) =>
        new(Role(role).Id, _demo.Scopes.Single(s => s.Name == scope && s.Kind is not ScopeKind.Group).Id);
}
