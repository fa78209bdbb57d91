using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Access;

public sealed class AssignmentRulesTests
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void An_administrator_assigns_permanently_where_the_settings_allow_it() =>
        Assert.Null(AssignmentRules.Check(Facts(RequestAction.AdminAssign)));

    [Theory]
    [InlineData(AdministrationRight.None)]
    [InlineData(AdministrationRight.View)]
    public void Whoever_does_not_manage_changes_nothing(AdministrationRight right)
    {
        foreach (
            var action in new[] { RequestAction.AdminAssign, RequestAction.AdminUpdate, RequestAction.AdminRemove }
        )
        {
            Refused(ReasonCode.NotAdministrator, Facts(action) with { Right = right, Existing = Existing() });
        }
    }

    [Fact]
    public void A_service_account_is_never_eligible_but_may_be_active()
    {
        var facts = Facts(RequestAction.AdminAssign) with { Assignee = Given.Person("svc", PersonKind.ServiceAccount) };
        Refused(ReasonCode.ServiceAccountsAreActiveOnly, facts);
        Assert.Null(AssignmentRules.Check(facts with { Ask = facts.Ask with { Type = AssignmentType.Active } }));
    }

    [Theory]
    [InlineData(4, ReasonCode.AssignmentTooShort)]
    [InlineData(0, ReasonCode.EndInPast)]
    [InlineData(-1, ReasonCode.EndInPast)]
    public void The_shortest_assignment_is_five_minutes(int minutes, ReasonCode code) =>
        Refused(code, Until(Facts(RequestAction.AdminAssign), Now.AddMinutes(minutes)));

    [Fact]
    public void Five_minutes_are_enough() =>
        Assert.Null(AssignmentRules.Check(Until(Facts(RequestAction.AdminAssign), Now.AddMinutes(5))));

    [Fact]
    public void An_assignment_without_an_end_is_refused_where_the_settings_demand_one() =>
        Refused(ReasonCode.PermanentNotAllowed, Limited(Facts(RequestAction.AdminAssign)));

    [Fact]
    public void An_assignment_is_no_longer_than_the_settings_allow_counted_from_its_start()
    {
        var facts = Limited(Facts(RequestAction.AdminAssign));
        Assert.Null(AssignmentRules.Check(Until(facts, Now.AddDays(90))));
        Refused(ReasonCode.AssignmentTooLong, Until(facts, Now.AddDays(90).AddMinutes(1)));
        var later = Until(facts, Now.AddDays(100));
        Assert.Null(AssignmentRules.Check(later with { Ask = later.Ask with { Start = Now.AddDays(10) } }));
    }

    [Fact]
    public void Each_broken_rule_of_the_settings_is_named_at_once()
    {
        var facts = Limited(Facts(RequestAction.AdminAssign));
        var strict = facts with
        {
            Policy = facts.Policy with
            {
                Eligible = facts.Policy.Eligible with
                {
                    Require = ActivationRequirements.Justification | ActivationRequirements.Mfa,
                },
            },
        };
        Assert.Equal(
            [RuleNames.Expiration, RuleNames.Justification, RuleNames.Mfa],
            AssignmentRules.Check(strict)!.Violations.Select(v => v.Rule)
        );
    }

    [Fact]
    public void What_was_assigned_cannot_be_removed_within_five_minutes()
    {
        var young = Facts(RequestAction.AdminRemove) with
        {
            Existing = Existing() with { CreatedAt = Now.AddMinutes(-4) },
        };
        var refusal = Refused(ReasonCode.AssignmentTooYoung, young);
        Assert.Equal(Now.AddMinutes(1), refusal.At);
        Assert.Null(
            AssignmentRules.Check(young with { Existing = Existing() with { CreatedAt = Now.AddMinutes(-5) } })
        );
    }

    [Fact]
    public void A_role_is_not_assigned_twice() =>
        Refused(ReasonCode.AssignmentExists, Facts(RequestAction.AdminAssign) with { Duplicate = Existing() });

    [Theory]
    [InlineData(15, ReasonCode.ExtensionTooEarly)]
    [InlineData(14, null)]
    [InlineData(1, null)]
    [InlineData(0, ReasonCode.UnknownAssignment)]
    public void An_extension_can_be_asked_for_from_14_days_before_the_end_on(int daysLeft, ReasonCode? code)
    {
        var facts = Wish(RequestAction.SelfExtend) with { Existing = Existing() with { End = Now.AddDays(daysLeft) } };
        Assert.Equal(code, AssignmentRules.Check(facts)?.Code);
    }

    [Theory]
    [InlineData(1, ReasonCode.StillRunning)]
    [InlineData(0, null)]
    [InlineData(-29, null)]
    [InlineData(-30, ReasonCode.RenewalTooLate)]
    public void A_renewal_can_be_asked_for_within_30_days_after_the_end(int endsIn, ReasonCode? code)
    {
        var facts = Wish(RequestAction.SelfRenew) with { Existing = Existing() with { End = Now.AddDays(endsIn) } };
        Assert.Equal(code, AssignmentRules.Check(facts)?.Code);
    }

    [Fact]
    public void A_wish_needs_a_reason_and_is_made_once()
    {
        var facts = Wish(RequestAction.SelfExtend) with { Existing = Existing() with { End = Now.AddDays(3) } };
        Refused(ReasonCode.JustificationRequired, facts with { Ask = facts.Ask with { Justification = " " } });
        Refused(ReasonCode.AssignmentRequestPending, facts with { Pending = Pending() });
    }

    [Theory]
    [InlineData(AssignmentType.Active, 1, 0, 0, true)]
    [InlineData(AssignmentType.Active, 2, 1, 0, false)]
    [InlineData(AssignmentType.Eligible, 1, 1, 0, true)]
    [InlineData(AssignmentType.Eligible, 2, 2, 1, false)]
    [InlineData(AssignmentType.Eligible, 1, 0, 1, true)]
    public void The_last_global_administrator_stays(
        AssignmentType type,
        int before,
        int after,
        int assigned,
        bool isRefused
    )
    {
        var facts = Facts(RequestAction.AdminRemove) with
        {
            Role = Role(WellKnownRoles.GlobalAdministrator),
            Existing = Existing() with { Type = type },
            Remaining = new RemainingHolders(before, after, assigned),
        };
        Assert.Equal(isRefused, AssignmentRules.Check(facts)?.Code is ReasonCode.LastAdministrator);
        Assert.Equal(isRefused, AssignmentRules.Check(facts) is not null);
    }

    [Fact]
    public void The_last_administrator_is_not_converted_either() =>
        Refused(
            ReasonCode.LastAdministrator,
            Facts(RequestAction.AdminUpdate) with
            {
                Role = Role(WellKnownRoles.PrivilegedRoleAdministrator),
                Existing = Existing() with { Type = AssignmentType.Active },
                Remaining = new RemainingHolders(1, 0, 0),
            }
        );

    [Fact]
    public void An_assignment_that_does_not_hold_yet_is_nobodys_last() =>
        Assert.Null(
            AssignmentRules.Check(
                Facts(RequestAction.AdminRemove) with
                {
                    Role = Role(WellKnownRoles.GlobalAdministrator),
                    Existing = Existing() with { Type = AssignmentType.Active, Start = Now.AddDays(1) },
                    Remaining = new RemainingHolders(1, 0, 0),
                }
            )
        );

    [Fact]
    public void The_last_owner_of_a_group_and_the_last_approver_stay()
    {
        var remove = Facts(RequestAction.AdminRemove) with
        {
            Existing = Existing() with { Type = AssignmentType.Active },
        };
        Refused(
            ReasonCode.LastGroupOwner,
            remove with
            {
                Role = Role(new("owner")) with { Kind = RoleKind.GroupOwner },
                Remaining = new RemainingHolders(1, 0, 0),
            }
        );
        Refused(
            ReasonCode.LastApprover,
            remove with
            {
                Remaining = new RemainingHolders(3, 2, 2, ApproversAfter: false),
            }
        );
    }

    [Fact]
    public void A_change_that_changes_nothing_is_refused() =>
        Refused(ReasonCode.NothingToChange, Facts(RequestAction.AdminUpdate) with { Existing = Existing() });

    private static Refusal Refused(ReasonCode code, AssignmentFacts facts)
    {
        var refusal = AssignmentRules.Check(facts);
        Assert.Equal(code, refusal?.Code);
        return refusal!;
    }

    private static AssignmentFacts Until(AssignmentFacts facts, DateTimeOffset end) =>
        facts with
        {
            Ask = facts.Ask with { End = end },
        };

    private static AssignmentFacts Limited(AssignmentFacts facts) =>
        facts with
        {
            Policy = facts.Policy with { Eligible = new AssignmentPolicy { Maximum = TimeSpan.FromDays(90) } },
        };

    private static AssignmentFacts Wish(RequestAction action) =>
        Facts(action) with
        {
            Right = AdministrationRight.None,
            Ask = new AssignmentAsk
            {
                Type = AssignmentType.Eligible,
                End = Now.AddDays(60),
                Justification = "still on call",
            },
        };

    private static AssignmentFacts Facts(RequestAction action) =>
        new()
        {
            Now = Now,
            Action = action,
            Ask = new AssignmentAsk { Type = AssignmentType.Eligible },
            Role = Role(Given.Access.Role),
            Scope = new Scope
            {
                Id = ScopeId.Directory,
                Kind = ScopeKind.Directory,
                Name = "Contoso",
            },
            Policy = Given.Policy(),
            Right = AdministrationRight.Manage,
            Assignee = Given.Alice,
        };

    private static Assignment Existing() => Given.Eligible();

    private static AssignmentRequest Pending() =>
        new()
        {
            Id = new RequestId(Guid.NewGuid()),
            Action = RequestAction.SelfExtend,
            CreatedBy = Given.Alice.Id,
            CreatedAt = Now,
            Principal = Principal.Of(Given.Alice.Id),
            Access = Given.Access,
            Assignment = Guid.NewGuid(),
            Ask = new AssignmentAsk { Type = AssignmentType.Eligible },
            State = RequestState.PendingAdminDecision,
            WaitsFor = PendingReason.AdministratorDecision,
        };

    private static Role Role(RoleId id) =>
        new()
        {
            Id = id,
            Name = "role",
            Kind = RoleKind.DirectoryRole,
        };
}
