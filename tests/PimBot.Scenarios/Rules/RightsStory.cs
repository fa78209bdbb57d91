using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>Who may do what: each line of the published table, through the doors by which assignments and settings are changed.</summary>
public sealed class RightsStory
{
    private static readonly RoleScope PaymentsMachines = new(RuleScene.MachineContributor, RuleScene.PaymentsResources);

    private static readonly RoleScope SandboxMachines = new(RuleScene.MachineContributor, RuleScene.Sandbox);

    [Fact]
    [Rule("E1")]
    public async Task Over_directory_roles_two_roles_manage_and_three_view()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Knows(WellKnownRoles.SecurityReader, "Security Reader", RoleKind.DirectoryRole);

        await scene.Gives(AssignmentScene.Exchange, InDirectory(WellKnownRoles.GlobalAdministrator), Right.Manages);
        await scene.Gives(
            AssignmentScene.Exchange,
            InDirectory(WellKnownRoles.PrivilegedRoleAdministrator),
            Right.Manages
        );
        await scene.Gives(AssignmentScene.Exchange, InDirectory(WellKnownRoles.SecurityAdministrator), Right.Views);
        await scene.Gives(AssignmentScene.Exchange, InDirectory(WellKnownRoles.GlobalReader), Right.Views);
        await scene.Gives(AssignmentScene.Exchange, InDirectory(WellKnownRoles.SecurityReader), Right.Views);
        await scene.Gives(AssignmentScene.Exchange, AssignmentScene.Exchange, Right.Nothing);
        await scene.Gives(AssignmentScene.Exchange, Contoso.Helpdesk, Right.Nothing);
        await scene.Gives(AssignmentScene.Exchange, Contoso.OwnerOfProduction, Right.Nothing);
    }

    [Fact]
    [Rule("E2")]
    public async Task Over_azure_roles_three_roles_manage_at_or_above_the_scope_and_the_directory_s_see_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Knows(WellKnownRoles.ServiceAdministrator, "Subscription administrator", RoleKind.AzureRole);
        await scene.Knows(WellKnownRoles.SecurityReader, "Security Reader", RoleKind.DirectoryRole);

        foreach (
            var manager in new[]
            {
                WellKnownRoles.ServiceAdministrator,
                WellKnownRoles.Owner,
                WellKnownRoles.UserAccessAdministrator,
            }
        )
        {
            foreach (
                var scope in new[] { RuleScene.PaymentsResources, RuleScene.Production, RuleScene.AllSubscriptions }
            )
            {
                await scene.Gives(PaymentsMachines, new RoleScope(manager, scope), Right.Manages);
            }

            await scene.Gives(PaymentsMachines, new RoleScope(manager, RuleScene.PaymentsMachine), Right.Nothing);
            await scene.Gives(PaymentsMachines, new RoleScope(manager, RuleScene.Sandbox), Right.Nothing);
        }

        foreach (
            var other in new[]
            {
                WellKnownRoles.GlobalAdministrator,
                WellKnownRoles.PrivilegedRoleAdministrator,
                WellKnownRoles.SecurityAdministrator,
                WellKnownRoles.SecurityReader,
                WellKnownRoles.GlobalReader,
            }
        )
        {
            await scene.Gives(PaymentsMachines, InDirectory(other), Right.Nothing);
        }

        await scene.Gives(
            PaymentsMachines,
            new RoleScope(RuleScene.MachineContributor, RuleScene.Production),
            Right.Nothing
        );
    }

    [Fact]
    [Rule("E3")]
    public async Task Over_groups_owners_and_two_roles_manage_and_three_view()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Knows(WellKnownRoles.SecurityReader, "Security Reader", RoleKind.DirectoryRole);
        Assert.Equal(Right.Manages, await scene.RightOf(scene.Erin, Contoso.Payments));
        Assert.Equal(Right.Nothing, await scene.RightOf(scene.Erin, AssignmentScene.Exchange));
        await scene.KnowsPaymentsOwner();
        Assert.Equal(Right.Nothing, await scene.RightOf(scene.Erin, Contoso.Payments));

        await scene.Gives(Contoso.Payments, RuleScene.PaymentsOwner, Right.Manages);
        await scene.Gives(Contoso.Payments, InDirectory(WellKnownRoles.GlobalAdministrator), Right.Manages);
        await scene.Gives(Contoso.Payments, InDirectory(WellKnownRoles.PrivilegedRoleAdministrator), Right.Manages);
        await scene.Gives(Contoso.Payments, InDirectory(WellKnownRoles.SecurityAdministrator), Right.Views);
        await scene.Gives(Contoso.Payments, InDirectory(WellKnownRoles.GlobalReader), Right.Views);
        await scene.Gives(Contoso.Payments, InDirectory(WellKnownRoles.SecurityReader), Right.Views);
        await scene.Gives(Contoso.Payments, Contoso.Payments, Right.Nothing);
        await scene.Gives(Contoso.Payments, Contoso.OwnerOfProduction, Right.Nothing);
    }

    [Fact]
    [Rule("E4")]
    public async Task Whoever_is_merely_eligible_as_an_administrator_has_only_their_own()
    {
        await using var scene = await Scene.StartAsync();

        foreach (var access in new[] { AssignmentScene.Exchange, PaymentsMachines, Contoso.Payments })
        {
            Assert.Equal(Right.Nothing, await scene.RightOf(scene.Alice, access));
            Assert.Equal(Right.Nothing, await scene.RightOf(scene.Bob, access));
            Assert.Equal(Right.Nothing, await scene.RightOf(scene.Dan, access));
        }

        await scene.Alice.Says("settings Exchange Administrator");
        scene.Alice.Sees("Only administrators see the settings of roles.");
        await scene.Alice.Says("members Exchange Administrator");
        scene.Alice.DoesNotSee("Dan");
    }

    [Fact]
    [Rule("E6")]
    public async Task Elevation_opens_all_azure_scopes_for_a_time_to_global_administrators_alone_and_is_audited()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        Assert.Equal(Right.Nothing, await scene.RightOf(scene.Dan, SandboxMachines));

        await scene.Frank.Says("elevate for 1h because nobody owns the sandbox");
        Assert.Equal(Right.Nothing, await scene.RightOf(scene.Frank, SandboxMachines));
        await scene.Dan.Says("elevate for 1h because nobody owns the sandbox");
        Assert.Equal(Right.Manages, await scene.RightOf(scene.Dan, SandboxMachines));
        Assert.Equal(Right.Manages, await scene.RightOf(scene.Dan, PaymentsMachines));
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.AccessElevated);
        Assert.Equal((scene.Dan.Id, "nobody owns the sandbox"), (entry.Event.Actor?.Value, entry.Event.Reason));

        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Equal(Right.Nothing, await scene.RightOf(scene.Dan, SandboxMachines));
    }

    [Fact]
    [Rule("E6")]
    public async Task Elevation_ends_with_the_role()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Dan.Says("elevate for 1h because nobody owns the sandbox");

        await scene.RemovesAssignments(Contoso.GlobalAdministrator, scene.Dan);

        Assert.Equal(Right.Nothing, await scene.RightOf(scene.Dan, SandboxMachines));
    }

    private static RoleScope InDirectory(RoleId role) => new(role, ScopeId.Directory);
}

/// <summary>What somebody may do with a role at a scope, as the doors show it.</summary>
internal enum Right
{
    Nothing,
    Views,
    Manages,
}

/// <summary>Tries both doors.</summary>
internal static class RightsScene
{
    /// <summary>Dan holds this for a moment, and no other role that matters: then he may do so much with <paramref name="over"/>.</summary>
    public static async Task Gives(this Scene scene, RoleScope over, RoleScope held, Right expected)
    {
        await scene.Assigns(scene.Dan, held, AssignmentType.Active);
        var right = await scene.RightOf(scene.Dan, over);
        Assert.True(right == expected, $"{held} over {over}: {right} instead of {expected}");
        await scene.RemovesAssignments(held, scene.Dan);
    }

    /// <summary>Settings that exist are saved as they are, and an assignment is ordered without being made.</summary>
    public static async Task<Right> RightOf(this Scene scene, TestPerson person, RoleScope over)
    {
        var saved = await scene.Saves(person, over, policy => policy);
        var right = saved.Refusal?.Code switch
        {
            null => Right.Manages,
            ReasonCode.NotAdministrator => Right.Views,
            ReasonCode.UnknownAccess => Right.Nothing,
            { } other => throw new InvalidOperationException($"Settings of {over} are refused: {other}"),
        };
        var ordered = await scene.Tries(
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = new PersonId(person.Id),
                Principal = Principal.Of(new PersonId(scene.Frank.Id)),
                Access = over,
                IsVerified = true,
                IsValidationOnly = true,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Eligible,
                    End = scene.Clock.GetUtcNow() + TimeSpan.FromDays(1),
                },
            }
        );
        Assert.Equal(right is Right.Manages ? null : ReasonCode.NotAdministrator, ordered.Refusal?.Code);
        return right;
    }
}
