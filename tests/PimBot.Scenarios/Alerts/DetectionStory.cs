using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Alerts;

/// <summary>What each alert finds, to the day and to the number.</summary>
public sealed class DetectionStory
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    [Rule("H1")]
    public async Task A_role_that_nobody_activated_for_30_days_is_unused_and_is_not_a_day_before()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Empty(await scene.IncidentsOf(AlertKind.RedundantAssignment));
        await scene.Advances(29 * Day);
        Assert.Empty(await scene.IncidentsOf(AlertKind.RedundantAssignment));
        await scene.Dan.Says("activate Payments responder for 1h because refunds are stuck");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
        await scene.Advances(Day);
        var unused = await scene.Named(AlertKind.RedundantAssignment);
        Assert.Contains("Alice Andersen", unused);
        Assert.DoesNotContain("Dan Dubois", unused);
        await scene.Advances(29 * Day);
        Assert.Contains("Dan Dubois", await scene.Named(AlertKind.RedundantAssignment));
        await scene.Dan.Says("activate Payments responder for 1h because refunds are stuck");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await scene.Advances(AlertScene.Soon);
        Assert.DoesNotContain(
            await scene.IncidentsOf(AlertKind.RedundantAssignment),
            i => i.Access == Contoso.Payments
        );
    }

    [Fact]
    [Rule("H1")]
    public async Task What_was_assigned_lately_is_not_unused_yet()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(20 * Day);
        await scene.Frank.Says(AssignmentScene.AssignExchangeToErin);
        await scene.Advances(29 * Day);
        Assert.DoesNotContain("Erin Eriksen", await scene.Named(AlertKind.RedundantAssignment));
        await scene.Advances(Day);
        Assert.Contains("Erin Eriksen", await scene.Named(AlertKind.RedundantAssignment));
    }

    [Fact]
    [Rule("H2")]
    public async Task Settings_without_mfa_are_found_and_fixed_in_the_settings()
    {
        await using var scene = await Scene.StartAsync();
        var found = (await scene.IncidentsOf(AlertKind.NoMfaOnRoleActivation)).Select(i => i.Access);
        Assert.Equivalent(new[] { Contoso.Helpdesk, Contoso.Payments }, found, strict: true);
        await scene.Frank.Says("fix alert mfa");
        scene.Frank.Sees("Require multi-factor authentication for 2 roles?");
        await scene.Frank.Clicks("Confirm", new { reason = "audit" });
        scene.Frank.Sees("2 roles require multi-factor authentication now");
        Assert.Empty(await scene.IncidentsOf(AlertKind.NoMfaOnRoleActivation));
        var policy = await scene.Reads((work, stop) => work.Directory.PolicyAsync(Contoso.Helpdesk, stop));
        Assert.True(policy.Activation.Requires(ActivationRequirements.Mfa | ActivationRequirements.Ticket));
        await scene.Advances(AlertScene.Soon);
        Assert.Empty(await scene.IncidentsOf(AlertKind.NoMfaOnRoleActivation));
        await scene.ChangesPolicy(Contoso.Helpdesk, p => p with { Require = ActivationRequirements.Ticket });
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Single(await scene.IncidentsOf(AlertKind.NoMfaOnRoleActivation));
    }

    [Theory]
    [Rule("H3")]
    [InlineData(29, false)]
    [InlineData(30, true)]
    [InlineData(31, true)]
    public async Task An_account_without_a_sign_in_for_30_days_is_stale(int days, bool isStale)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SignedIn(scene.Erin, days * Day);
        await scene.Scans();
        Assert.Equal(isStale, (await scene.Named(AlertKind.StaleSignIn)).Contains("Erin Eriksen"));
    }

    [Fact]
    [Rule("H3")]
    public async Task Emergency_accounts_and_those_of_whom_nothing_is_known_are_not_stale()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SignedIn(scene.Person("Emergency access 1"), 400 * Day);
        await scene.SignedIn(scene.Erin, null);
        await scene.Scans();
        Assert.Equal(["Grace Gallo (Fabrikam)", "Ivan Ito"], await scene.Named(AlertKind.StaleSignIn));
    }

    [Fact]
    [Rule("H5")]
    public async Task Too_many_global_administrators_are_more_than_the_number_and_more_than_the_share()
    {
        await using var scene = await Scene.StartAsync();
        // Six have it, two of them emergency accounts, which count and are not proposed.
        Assert.Equal(4, (await scene.IncidentsOf(AlertKind.TooManyGlobalAdminsAssignedToTenant)).Count);
        await scene.RemovesAssignments(Contoso.GlobalAdministrator, scene.BobAdmin);
        await scene.Scans();
        Assert.Empty(await scene.IncidentsOf(AlertKind.TooManyGlobalAdminsAssignedToTenant));
        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Eligible);
        await scene.Scans();
        Assert.Equal(4, (await scene.IncidentsOf(AlertKind.TooManyGlobalAdminsAssignedToTenant)).Count);
        await scene.Frank.Says("set alert global administrators to 5 and 90 percent");
        scene.Frank.Sees("more than 90 % of all assignments");
        await scene.Advances(AlertScene.Soon);
        Assert.Empty(await scene.IncidentsOf(AlertKind.TooManyGlobalAdminsAssignedToTenant));
    }

    [Fact]
    [Rule("H6")]
    public async Task The_same_role_five_times_a_day_is_too_frequent_and_four_times_is_not()
    {
        await using var scene = await Scene.StartAsync();
        for (var time = 1; time <= 5; time++)
        {
            Assert.Empty(await scene.IncidentsOf(AlertKind.SequentialActivationRenewals));
            await scene.Dan.Says(Contoso.AskForHelpdesk);
            await scene.Advances(TimeSpan.FromMinutes(5));
            await scene.Dan.Clicks("End now");
            await scene.Advances(AlertScene.Soon);
        }

        var found = Assert.Single(await scene.IncidentsOf(AlertKind.SequentialActivationRenewals));
        Assert.Equal((5, Contoso.Helpdesk), (found.Count, found.Access));
        await scene.Frank.Says("alert too frequently");
        scene.Frank.Sees("Dan Dubois: Helpdesk Administrator");
        scene.Frank.Sees("5 times, last");
        await scene.Frank.Says("fix alert frequent");
        scene.Frank.Sees("This can’t be done about this alert.");
        await scene.Advances(Day);
        Assert.Empty(await scene.IncidentsOf(AlertKind.SequentialActivationRenewals));
    }

    [Fact]
    [Rule("H7")]
    public async Task Owners_and_permanent_owners_of_a_resource_are_counted_there()
    {
        await using var scene = await Scene.StartAsync();
        var owners = new AlertKey(AlertKind.TooManyOwnersAssignedToResource, RuleScene.Production);
        var permanent = new AlertKey(AlertKind.TooManyPermanentOwnersAssignedToResource, RuleScene.Production);
        Assert.Empty(await scene.IncidentsOf(owners));
        await scene.Assigns(scene.Alice, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Assigns(scene.Bob, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Scans();
        Assert.Equal(5, (await scene.IncidentsOf(owners)).Count);
        Assert.Empty(await scene.IncidentsOf(permanent));
        await scene.Assigns(scene.Grace, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Scans();
        Assert.Equal(["Alice Andersen", "Bob Berg", "Grace Gallo (Fabrikam)"], await scene.Named(permanent));
        var graces = (await scene.IncidentsOf(permanent)).Single(i => i.Person?.Value == scene.Grace.Id);
        await scene.Alice.Says("alert permanent owners");
        await scene.Alice.Clicks("Remove chosen", new { incidents = graces.Id.ToString("N") });
        await scene.Alice.Clicks("Confirm");
        scene.Alice.Sees("1 removed");
        Assert.Empty(await scene.StandingOf(scene.Grace, Contoso.OwnerOfProduction));
        await scene.Advances(AlertScene.Soon);
        Assert.Empty(await scene.IncidentsOf(permanent));
        Assert.Equal(5, (await scene.IncidentsOf(owners)).Count);
    }

    [Fact]
    [Rule("H7")]
    public async Task The_same_role_at_a_scope_and_below_it_is_found_at_the_narrower_one()
    {
        await using var scene = await Scene.StartAsync();
        var narrow = new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsMachine);
        var key = new AlertKey(AlertKind.DuplicateRoleCreated, RuleScene.PaymentsMachine);
        await scene.Assigns(scene.Alice, narrow, AssignmentType.Eligible);
        await scene.Assigns(scene.Dan, narrow, AssignmentType.Eligible);
        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Scans();
        // Alice is eligible at the resource group above; Dan in another subscription.
        Assert.Equal(["Alice Andersen"], await scene.Named(key));
        await scene.Carol.Says("fix alert duplicates");
        await scene.Carol.Clicks("Confirm");
        Assert.Empty(await scene.StandingOf(scene.Alice, narrow));
        Assert.Single(
            await scene.StandingOf(
                scene.Alice,
                new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsResources)
            )
        );
    }

    [Fact]
    [Rule("H13")]
    public async Task It_is_scanned_on_a_schedule_soon_after_a_change_and_when_somebody_asks()
    {
        await using var scene = await Scene.StartAsync(
            new SceneOptions { Settings = new Dictionary<string, string?> { ["Alerts:ScanInterval"] = "06:00:00" } }
        );
        await scene.SignedIn(scene.Erin, 40 * Day);
        await scene.Advances(TimeSpan.FromHours(6) - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Erin Eriksen", await scene.Named(AlertKind.StaleSignIn));
        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.Contains("Erin Eriksen", await scene.Named(AlertKind.StaleSignIn));

        await scene.SignedIn(scene.Dan, 40 * Day);
        await scene.Frank.Says("settings Helpdesk Administrator require mfa");
        await scene.Frank.Clicks("Save");
        await scene.Advances(TimeSpan.FromSeconds(9));
        Assert.DoesNotContain("Dan Dubois", await scene.Named(AlertKind.StaleSignIn));
        await scene.Restarts();
        await scene.Advances(TimeSpan.FromSeconds(2));
        Assert.Contains("Dan Dubois", await scene.Named(AlertKind.StaleSignIn));

        await scene.SignedIn(scene.Bob, 40 * Day);
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.DoesNotContain("Bob Berg", await scene.Named(AlertKind.StaleSignIn));
        await scene.Frank.Says("scan");
        scene.Frank.Sees("I look now.");
        Assert.Contains("Bob Berg", await scene.Named(AlertKind.StaleSignIn));
    }

    [Fact]
    [Rule("H13")]
    public async Task Of_several_replicas_one_scans_at_a_time_and_each_incident_is_found_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.SignedIn(scene.Erin, 40 * Day);
        await scene.Changes((work, stop) => work.Alerts.RequestScanAsync(stop));
        var stop = TestContext.Current.CancellationToken;
        var pass = scene.Services.GetServices<Application.Work.IBackgroundPass>().Single(p => p is ScanAlerts);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => pass.RunOnceAsync(stop), stop)));
        await scene.Advances(AlertScene.Soon);
        Assert.Equal(1, scene.Frank.Heard("High severity: 1 new"));
        Assert.Equal(3, await scene.CountsOf(Domain.Audit.AuditAction.AlertIncidentOpened, AlertKind.StaleSignIn));
    }
}
