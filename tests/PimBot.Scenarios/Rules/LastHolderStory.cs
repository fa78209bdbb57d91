using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>The last administrator and the last owner stay.</summary>
public sealed class LastHolderStory
{
    [Fact]
    [Rule("A9")]
    public async Task The_last_active_global_administrator_can_not_be_removed_or_converted()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        var last = await scene.TheAssignmentOf(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);

        await scene.Frank.Says("remove Dan from Global Administrator");
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("Dan Dubois is the last who holds Global Administrator.");
        var converted = await scene.Tries(
            scene.Frank,
            RequestAction.AdminUpdate,
            last,
            new AssignmentAsk { Type = AssignmentType.Eligible }
        );
        Assert.Equal(ReasonCode.LastAdministrator, converted.Refusal?.Code);
        Assert.Contains("Global Administrator", await scene.Holds(scene.Dan));

        await scene.Assigns(scene.Erin, Contoso.GlobalAdministrator, AssignmentType.Active);
        Assert.True((await scene.Tries(scene.Frank, RequestAction.AdminRemove, last)).IsAllowed);
    }

    [Fact]
    [Rule("A9")]
    public async Task The_last_active_privileged_role_administrator_can_not_be_removed_or_converted()
    {
        await using var scene = await Scene.StartAsync();
        var last = await scene.TheAssignmentOf(scene.Frank, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        var other = scene.Person("Emergency access 1");

        var removed = await scene.Tries(other, RequestAction.AdminRemove, last);
        var converted = await scene.Tries(
            other,
            RequestAction.AdminUpdate,
            last,
            new AssignmentAsk { Type = AssignmentType.Eligible }
        );

        Assert.Equal(ReasonCode.LastAdministrator, removed.Refusal?.Code);
        Assert.Equal(ReasonCode.LastAdministrator, converted.Refusal?.Code);
        await scene.Assigns(scene.Erin, Contoso.PrivilegedRoleAdministrator, AssignmentType.Active);
        Assert.True((await scene.Tries(other, RequestAction.AdminRemove, last)).IsAllowed);
    }

    [Fact]
    [Rule("A10", "A11")]
    public async Task The_last_global_administrator_s_activation_can_not_be_ended_and_outlasts_its_end_with_an_alert()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        await scene.Passes(scene.Alice);
        await scene.Carol.Clicks("Approve", new { reason = "go" });
        await scene.Advances(TimeSpan.FromMinutes(10));

        await scene.Alice.Clicks("End now");
        scene.Alice.Sees("last who holds Global Administrator");
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Alice));

        await scene.Advances(TimeSpan.FromHours(2));
        Assert.Contains("Global Administrator", await scene.Holds(scene.Alice));
        scene.Frank.Sees("Global Administrator was kept past its end");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.LastHolderKept));

        await scene.Assigns(scene.Erin, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Advances(TimeSpan.FromMinutes(30));
        Assert.DoesNotContain("Global Administrator", await scene.Holds(scene.Alice));
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
    }

    [Fact]
    [Rule("A11")]
    public async Task A_prolonged_activation_that_is_kept_names_its_real_end_and_never_says_that_it_ends_soon()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        await scene.Alice.Says(Contoso.AskForGlobalAdministrator);
        await scene.Passes(scene.Alice);
        await scene.Carol.Clicks("Approve", new { reason = "go" });
        await scene.Advances(TimeSpan.FromMinutes(20));
        await scene.Alice.Says("extend GA for 1h because not done ticket INC-2");
        await scene.Passes(scene.Alice);
        await scene.Carol.Clicks("Approve", new { reason = "go on" });
        var end = (await TheGrantOf(scene, scene.Alice)).Until;

        await scene.Advances(TimeSpan.FromHours(2));

        scene.Frank.Sees("Global Administrator was kept past its end");
        scene.Alice.DoesNotSee("ends soon");
        Assert.Equal(end, (await TheGrantOf(scene, scene.Alice)).KeptSince);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.LastHolderKept));
        await scene.Advances(TimeSpan.FromHours(1));
        scene.Alice.DoesNotSee("ends soon");
        Assert.Equal(end, (await TheGrantOf(scene, scene.Alice)).KeptSince);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.LastHolderKept));
    }

    private static async Task<Grant> TheGrantOf(Scene scene, TestPerson person) =>
        Assert.Single(await scene.Reads((work, stop) => work.Grants.OpenOfAsync(new PersonId(person.Id), stop)));

    [Fact]
    [Rule("A11")]
    public async Task A_time_bound_last_administrator_stays_past_the_end_until_there_is_another()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        await scene.AssignsUntil(
            scene.Erin,
            Contoso.GlobalAdministrator,
            AssignmentType.Active,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(3)
        );

        await scene.Advances(TimeSpan.FromDays(4));
        Assert.Contains("Global Administrator", await scene.Holds(scene.Erin));
        scene.Frank.Sees("Global Administrator was kept past its end");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.LastHolderKept));

        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Advances(TimeSpan.FromMinutes(15));
        Assert.DoesNotContain("Global Administrator", await scene.Holds(scene.Erin));
    }

    [Fact]
    [Rule("A12")]
    public async Task An_eligible_global_administrator_stays_while_no_assigned_one_is_left()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        var eligible = await scene.TheAssignmentOf(scene.Alice, Contoso.GlobalAdministrator, AssignmentType.Eligible);

        var refused = await scene.Tries(scene.Frank, RequestAction.AdminRemove, eligible);
        Assert.Equal(ReasonCode.LastAdministrator, refused.Refusal?.Code);

        await scene.Assigns(scene.Erin, Contoso.GlobalAdministrator, AssignmentType.Active);
        Assert.True((await scene.Tries(scene.Frank, RequestAction.AdminRemove, eligible)).IsAllowed);
    }

    [Fact]
    [Rule("A13")]
    public async Task The_last_owner_of_a_group_goes_as_soon_as_there_is_another()
    {
        await using var scene = await Scene.StartAsync();
        var request = await RemovesLastOwner(scene);
        Assert.Equal((RequestState.PendingProvisioning, PendingReason.AnotherOwner), (request.State, request.WaitsFor));
        await scene.Advances(TimeSpan.FromDays(2));
        Assert.Single(await scene.StandingOf(scene.Dan, RuleScene.PaymentsOwner));

        await scene.Assigns(scene.Grace, RuleScene.PaymentsOwner, AssignmentType.Active);
        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Empty(await scene.StandingOf(scene.Dan, RuleScene.PaymentsOwner));
        Assert.Equal(RequestState.Revoked, (await Again(scene, request)).State);
    }

    [Fact]
    [Rule("A13")]
    public async Task To_remove_the_last_owner_is_tried_for_30_days()
    {
        await using var scene = await Scene.StartAsync();
        var request = await RemovesLastOwner(scene);

        await scene.Advances(TimeSpan.FromDays(30) - TimeSpan.FromHours(1));
        Assert.True((await Again(scene, request)).IsPending);
        await scene.Advances(TimeSpan.FromHours(2));

        var failed = await Again(scene, request);
        Assert.Equal((RequestState.Failed, ReasonCode.LastGroupOwner), (failed.State, failed.Outcome?.Code));
        Assert.Single(await scene.StandingOf(scene.Dan, RuleScene.PaymentsOwner));
    }

    [Fact]
    [Rule("A13")]
    public async Task A_time_bound_last_owner_stays_past_the_end_and_after_30_days_for_good()
    {
        await using var scene = await Scene.StartAsync();
        await scene.KnowsPaymentsOwner();
        await scene.AssignsUntil(
            scene.Dan,
            RuleScene.PaymentsOwner,
            AssignmentType.Active,
            scene.Clock.GetUtcNow() + TimeSpan.FromDays(1)
        );

        await scene.Advances(TimeSpan.FromDays(2));
        Assert.False(Assert.Single(await scene.StandingOf(scene.Dan, RuleScene.PaymentsOwner)).IsPermanent);
        await scene.Advances(TimeSpan.FromDays(30));

        Assert.True(Assert.Single(await scene.StandingOf(scene.Dan, RuleScene.PaymentsOwner)).IsPermanent);
    }

    private static async Task<AssignmentRequest> RemovesLastOwner(Scene scene)
    {
        await scene.KnowsPaymentsOwner();
        await scene.Assigns(scene.Dan, RuleScene.PaymentsOwner, AssignmentType.Active);
        var last = await scene.TheAssignmentOf(scene.Dan, RuleScene.PaymentsOwner, AssignmentType.Active);
        var ordered = await scene.Tries(scene.Frank, RequestAction.AdminRemove, last);
        Assert.True(ordered.IsAllowed);
        return ordered.Value;
    }

    private static async Task<AssignmentRequest> Again(Scene scene, AssignmentRequest request) =>
        (await scene.Reads((work, stop) => work.AssignmentRequests.FindAsync(request.Id, stop)))!;
}
