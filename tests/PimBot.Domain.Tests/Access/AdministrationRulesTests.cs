using PimBot.Domain.Access;

namespace PimBot.Domain.Tests.Access;

public sealed class AdministrationRulesTests
{
    private static readonly Scope Directory = Of("/", ScopeKind.Directory);
    private static readonly Scope Subscription = Of("/sub", ScopeKind.Subscription);
    private static readonly Scope ResourceGroup = Of("/sub/rg", ScopeKind.ResourceGroup, "/sub");
    private static readonly Scope Group = Of("/groups/g1", ScopeKind.Group);
    private static readonly RoleId OwnerOfGroup = new("owner-of-g1");

    public enum Held
    {
        Nothing,
        GlobalAdministrator,
        PrivilegedRoleAdministrator,
        SecurityAdministrator,
        GlobalReader,
        SecurityReader,
        ExchangeAdministrator,
        OwnerAbove,
        OwnerHere,
        OwnerBelow,
        UserAccessAdministratorAbove,
        SubscriptionAdministrator,
        ContributorHere,
        Elevated,
        GroupOwnerByDirectory,
        GroupOwnerByAssignment,
        GroupMember,
    }

    /// <summary>The published table, whole: what holds gives which right over directory roles, Azure roles of a resource group, and a group.</summary>
    public static TheoryData<Held, AdministrationRight, AdministrationRight, AdministrationRight> Table =>
        new()
        {
            { Held.Nothing, AdministrationRight.None, AdministrationRight.None, AdministrationRight.None },
            {
                Held.GlobalAdministrator,
                AdministrationRight.Manage,
                AdministrationRight.None,
                AdministrationRight.Manage
            },
            {
                Held.PrivilegedRoleAdministrator,
                AdministrationRight.Manage,
                AdministrationRight.None,
                AdministrationRight.Manage
            },
            {
                Held.SecurityAdministrator,
                AdministrationRight.View,
                AdministrationRight.None,
                AdministrationRight.View
            },
            { Held.GlobalReader, AdministrationRight.View, AdministrationRight.None, AdministrationRight.View },
            { Held.SecurityReader, AdministrationRight.View, AdministrationRight.None, AdministrationRight.View },
            {
                Held.ExchangeAdministrator,
                AdministrationRight.None,
                AdministrationRight.None,
                AdministrationRight.None
            },
            { Held.OwnerAbove, AdministrationRight.None, AdministrationRight.Manage, AdministrationRight.None },
            { Held.OwnerHere, AdministrationRight.None, AdministrationRight.Manage, AdministrationRight.None },
            { Held.OwnerBelow, AdministrationRight.None, AdministrationRight.None, AdministrationRight.None },
            {
                Held.UserAccessAdministratorAbove,
                AdministrationRight.None,
                AdministrationRight.Manage,
                AdministrationRight.None
            },
            {
                Held.SubscriptionAdministrator,
                AdministrationRight.None,
                AdministrationRight.Manage,
                AdministrationRight.None
            },
            { Held.ContributorHere, AdministrationRight.None, AdministrationRight.None, AdministrationRight.None },
            { Held.Elevated, AdministrationRight.Manage, AdministrationRight.Manage, AdministrationRight.Manage },
            {
                Held.GroupOwnerByDirectory,
                AdministrationRight.None,
                AdministrationRight.None,
                AdministrationRight.Manage
            },
            {
                Held.GroupOwnerByAssignment,
                AdministrationRight.None,
                AdministrationRight.None,
                AdministrationRight.Manage
            },
            { Held.GroupMember, AdministrationRight.None, AdministrationRight.None, AdministrationRight.None },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Rights_are_those_of_the_published_table(
        Held held,
        AdministrationRight overDirectory,
        AdministrationRight overAzure,
        AdministrationRight overGroup
    )
    {
        var facts = Facts(held);
        Assert.Equal(
            (overDirectory, overAzure, overGroup),
            (
                AdministrationRules.RightOver(facts, RoleKind.DirectoryRole, [Directory]),
                AdministrationRules.RightOver(facts, RoleKind.AzureRole, [ResourceGroup, Subscription]),
                AdministrationRules.RightOver(facts, RoleKind.GroupMember, [Group])
            )
        );
    }

    [Theory]
    [InlineData(false, PersonKind.Member)]
    [InlineData(true, PersonKind.ServiceAccount)]
    public void A_disabled_person_and_a_service_account_have_no_rights_whatever_they_hold(bool enabled, PersonKind kind)
    {
        var facts = Facts(Held.GlobalAdministrator);
        var powerless = facts with { Person = facts.Person with { Enabled = enabled, Kind = kind } };
        Assert.Equal(
            AdministrationRight.None,
            AdministrationRules.RightOver(powerless, RoleKind.DirectoryRole, [Directory])
        );
    }

    [Fact]
    public void The_owner_of_one_group_has_no_right_over_another() =>
        Assert.Equal(
            AdministrationRight.None,
            AdministrationRules.RightOver(
                Facts(Held.GroupOwnerByAssignment),
                RoleKind.GroupOwner,
                [Of("/groups/g2", ScopeKind.Group)]
            )
        );

    private static AdministratorFacts Facts(Held held)
    {
        RoleScope? holds = held switch
        {
            Held.GlobalAdministrator or Held.Elevated => new(WellKnownRoles.GlobalAdministrator, Directory.Id),
            Held.PrivilegedRoleAdministrator => new(WellKnownRoles.PrivilegedRoleAdministrator, Directory.Id),
            Held.SecurityAdministrator => new(WellKnownRoles.SecurityAdministrator, Directory.Id),
            Held.GlobalReader => new(WellKnownRoles.GlobalReader, Directory.Id),
            Held.SecurityReader => new(WellKnownRoles.SecurityReader, Directory.Id),
            Held.ExchangeAdministrator => new(new("exchange"), Directory.Id),
            Held.OwnerAbove => new(WellKnownRoles.Owner, Subscription.Id),
            Held.OwnerHere => new(WellKnownRoles.Owner, ResourceGroup.Id),
            Held.OwnerBelow => new(WellKnownRoles.Owner, new("/sub/rg/vm")),
            Held.UserAccessAdministratorAbove => new(WellKnownRoles.UserAccessAdministrator, Subscription.Id),
            Held.SubscriptionAdministrator => new(WellKnownRoles.ServiceAdministrator, Subscription.Id),
            Held.ContributorHere => new(new("contributor"), ResourceGroup.Id),
            Held.GroupOwnerByAssignment => new(OwnerOfGroup, Group.Id),
            Held.GroupMember => new(new("member-of-g1"), Group.Id),
            _ => null,
        };
        return new AdministratorFacts
        {
            Person = Given.Alice,
            Holds = holds is { } access ? new HashSet<RoleScope> { access } : [],
            Owns = held is Held.GroupOwnerByDirectory ? new HashSet<GroupId> { new("g1") } : [],
            OwnerRoles = new HashSet<RoleId> { OwnerOfGroup },
            IsElevated = held is Held.Elevated,
        };
    }

    private static Scope Of(string id, ScopeKind kind, string? parent = null) =>
        new()
        {
            Id = new ScopeId(id),
            Kind = kind,
            Name = id,
            Parent = parent is null ? null : new ScopeId(parent),
        };
}
