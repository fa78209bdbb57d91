using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Domain.Tests.Policies;

public sealed class PolicyValidationTests
{
    private static readonly Role Exchange = RoleOf("29232cdf-9323-42fd-ade2-1d097af3e4de", RoleKind.DirectoryRole);
    private static readonly Role Helpdesk = RoleOf("729827e3-9c14-49f7-bb1b-9608f156bbb8", RoleKind.DirectoryRole);
    private static readonly Role Owner = RoleOf("owner", RoleKind.AzureRole);
    private static readonly Role Member = RoleOf("member", RoleKind.GroupMember);

    [Fact]
    public void The_published_default_is_possible_for_every_kind_of_role()
    {
        foreach (var role in new[] { Exchange, Helpdesk, Owner, Member })
        {
            Assert.Empty(PolicyValidation.Check(RolePolicy.Default(new(role.Id, ScopeId.Directory)), role));
        }
    }

    [Theory]
    [InlineData(4, "ActivationMaximumOutOfRange")]
    [InlineData(24 * 60 + 1, "ActivationMaximumOutOfRange")]
    [InlineData(5, null)]
    [InlineData(24 * 60, null)]
    public void An_activation_lasts_5_minutes_to_24_hours(int minutes, string? fault) =>
        Check(Helpdesk, fault, a => a with { Maximum = TimeSpan.FromMinutes(minutes) });

    [Fact]
    public void An_activation_lasts_whole_minutes() =>
        Check(Helpdesk, "ActivationMaximumNotWholeMinutes", a => a with { Maximum = TimeSpan.FromSeconds(601) });

    [Fact]
    public void Mfa_cannot_be_switched_off_for_the_listed_roles_and_can_for_others()
    {
        Check(Exchange, "MfaCannotBeSwitchedOff", a => a with { Require = ActivationRequirements.None });
        Check(Helpdesk, null, a => a with { Require = ActivationRequirements.None });
    }

    [Fact]
    public void An_authentication_context_takes_the_place_of_mfa()
    {
        Check(Exchange, null, a => a with { Require = ActivationRequirements.None, AuthenticationContext = "c1" });
        Check(Exchange, "MfaAndContext", a => a with { AuthenticationContext = "c1" });
        Check(
            Helpdesk,
            "UnknownAuthenticationContext",
            a => a with { Require = ActivationRequirements.None, AuthenticationContext = "strong" }
        );
    }

    [Fact]
    public void Only_directory_roles_have_default_approvers()
    {
        Check(Owner, "ApproverRequired", a => a with { Require = a.Require | ActivationRequirements.Approval });
        Check(Member, "ApproverRequired", a => a with { Require = a.Require | ActivationRequirements.Approval });
        Check(Exchange, null, a => a with { Require = a.Require | ActivationRequirements.Approval });
    }

    [Fact]
    public void Approvers_without_approval_are_a_mistake() =>
        Check(
            Exchange,
            "ApproversWithoutApproval",
            a => a with { Approvers = [new ApproverReference { Person = new("bob") }] }
        );

    [Theory]
    [InlineData(0.9, "WindowOutOfRange")]
    [InlineData(14 * 24 + 1, "WindowOutOfRange")]
    [InlineData(1, null)]
    public void Approvers_have_an_hour_to_14_days(double hours, string? fault) =>
        Check(Exchange, fault, a => a with { Window = TimeSpan.FromHours(hours) });

    [Theory]
    [InlineData(ActivationRequirements.Ticket)]
    [InlineData(ActivationRequirements.Approval)]
    public void Tickets_and_approval_exist_on_activation_only(ActivationRequirements require)
    {
        var policy = RolePolicy.Default(new(Exchange.Id, ScopeId.Directory));
        foreach (
            var wrong in new[]
            {
                policy with
                {
                    Eligible = policy.Eligible with { Require = require },
                },
                policy with
                {
                    Active = policy.Active with { Require = require },
                },
            }
        )
        {
            Assert.Equal("OnlyOnActivation", Assert.Single(PolicyValidation.Check(wrong, Exchange)).Code);
        }
    }

    [Theory]
    [InlineData("soc@contoso.example", null)]
    [InlineData("soc", "NotAnAddress")]
    [InlineData("soc@contoso@example", "NotAnAddress")]
    [InlineData("a@b\r\nBcc: everybody@contoso.example", "NotAnAddress")]
    [InlineData("Soc <soc@contoso.example>", "NotAnAddress")]
    public void Further_recipients_are_mail_addresses_and_nothing_else(string address, string? fault)
    {
        var policy = RolePolicy.Default(new(Exchange.Id, ScopeId.Directory)) with
        {
            Notifications =
            [
                new NotificationRule
                {
                    Recipient = NotificationRecipient.Administrators,
                    Event = NotificationEvents.Activation,
                    FurtherRecipients = [address],
                },
            ],
        };
        Assert.Equal(fault, PolicyValidation.Check(policy, Exchange).FirstOrDefault()?.Code);
    }

    [Fact]
    public void There_are_17_rules_each_with_an_id_of_its_own() =>
        Assert.Equal(17, PolicyRuleIds.All.Distinct(StringComparer.Ordinal).Count());

    private static void Check(Role role, string? fault, Func<ActivationPolicy, ActivationPolicy> change)
    {
        var policy = RolePolicy.Default(new(role.Id, ScopeId.Directory));
        var faults = PolicyValidation.Check(policy with { Activation = change(policy.Activation) }, role);
        Assert.Equal(fault is null ? [] : [fault], faults.Select(f => f.Code));
    }

    private static Role RoleOf(string id, RoleKind kind) =>
        new()
        {
            Id = new RoleId(id),
            Name = id,
            Kind = kind,
        };
}
