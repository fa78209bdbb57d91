using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Rules;
using PimBot.Scenarios.Settings;
using PimBot.Testing;

namespace PimBot.Scenarios.Alerts;

/// <summary>Somebody gives access past PimBot.</summary>
public sealed class OutsideStory
{
    private const AlertKind Kind = AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement;

    [Fact]
    [Rule("H4", "H10")]
    public async Task All_who_may_read_it_are_told_at_once_and_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, AssignmentScene.GlobalReader, AssignmentType.Active);
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();

        foreach (var reader in new[] { scene.Frank, scene.Carol, scene.Person("Emergency access 1") })
        {
            reader.Sees(AlertScene.Outside);
            reader.Sees("High severity: 1 new");
            reader.Sees("Dan Dubois: Exchange Administrator");
        }

        foreach (var other in new[] { scene.Alice, scene.Bob, scene.Dan, scene.Erin, scene.Grace })
        {
            Assert.Equal(0, other.Heard(AlertScene.Outside));
        }

        await scene.Scans();
        await scene.Restarts();
        await scene.Scans();
        await scene.Advances(TimeSpan.FromDays(2));
        Assert.Equal(1, scene.Frank.Heard("High severity: 1 new"));
        await scene.GivesOutside(scene.Erin, AssignmentScene.Exchange);
        await scene.Scans();
        scene.Frank.Sees("Erin Eriksen: Exchange Administrator");
        scene.Frank.DoesNotSee("Dan Dubois: Exchange Administrator");
        Assert.Equal(2, scene.Frank.Heard("High severity: 1 new"));
    }

    [Fact]
    [Rule("H4", "H9")]
    public async Task It_is_removed_at_the_target_after_a_confirmation()
    {
        await using var scene = await Scene.StartAsync();
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();
        var incident = Assert.Single(await scene.IncidentsOf(Kind));
        await scene.Frank.Clicks("Open");
        await scene.Frank.Clicks("Remove chosen", new { incidents = incident.Id.ToString("N") });
        scene.Frank.Sees("Take 1 assignment from outside away?");
        scene.Frank.Sees("The access ends at once");
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
        await scene.Frank.Clicks("Confirm", new { reason = "nobody knows why" });
        scene.Frank.Sees("1 is being taken away");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Empty(await scene.IncidentsOf(Kind));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.OutsideAccessRemoved));
        var ordered = Assert.Single(
            await scene.Audit(),
            e => e.Event.Action is AuditAction.OutsideAccessRemovalOrdered
        );
        Assert.Equal(
            (scene.Frank.Id, scene.Dan.Id, "nobody knows why"),
            (ordered.Event.Actor?.Value, ordered.Event.Subject?.Value, ordered.Event.Reason)
        );
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("H4", "H9")]
    public async Task Adopted_it_becomes_an_assignment_and_the_access_stays()
    {
        await using var scene = await Scene.StartAsync();
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();
        var incident = Assert.Single(await scene.IncidentsOf(Kind));
        await scene.Frank.Says("alert outside");
        await scene.Frank.Clicks("Adopt chosen", new { incidents = incident.Id.ToString("N") });
        scene.Frank.Sees("The access stays as it is.");
        await scene.Frank.Clicks("Confirm", new { reason = "agreed with the team" });
        scene.Frank.Sees("1 adopted");
        var adopted = await scene.TheAssignmentOf(scene.Dan, AssignmentScene.Exchange, AssignmentType.Active);
        Assert.Equal([AssignmentScene.Exchange.Role.Value], await scene.HeldAtTarget(scene.Dan));
        Assert.Empty(await scene.OutsideTable().ListAsync(TestContext.Current.CancellationToken));
        await scene.Scans();
        Assert.Empty(await scene.IncidentsOf(Kind));
        await scene.Advances(TimeSpan.FromMinutes(6));
        Assert.True((await scene.Tries(scene.Frank, Domain.Activations.RequestAction.AdminRemove, adopted)).IsAllowed);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    [Rule("H4")]
    public async Task An_adoption_keeps_the_settings_and_gets_an_end_where_they_demand_one()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Saves(
            scene.Frank,
            AssignmentScene.Exchange,
            policy => policy with { Active = policy.Active with { Maximum = TimeSpan.FromDays(15) } }
        );
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.GivesOutside(scene.Dan, Contoso.PrivilegedRoleAdministrator);
        await scene.Scans();
        var incidents = await scene.IncidentsOf(Kind);
        var at = scene.Clock.GetUtcNow();
        await scene.Frank.Says("alert outside");
        await scene.Frank.Clicks(
            "Adopt chosen",
            new { incidents = string.Join(',', incidents.Select(i => i.Id.ToString("N"))) }
        );
        scene.Frank.Sees("ask whoever assigns it for multi-factor authentication");
        await scene.Frank.Clicks("Confirm", new { reason = "agreed" });
        scene.Frank.Sees("1 adopted");
        scene.Frank.Sees("Left as before (Dan Dubois: Privileged Role Administrator)");
        var adopted = await scene.TheAssignmentOf(scene.Dan, AssignmentScene.Exchange, AssignmentType.Active);
        Assert.Equal(at + TimeSpan.FromDays(15), adopted.End);
        Assert.Single(await scene.IncidentsOf(Kind));
    }

    [Fact]
    [Rule("H4")]
    public async Task What_vanished_meanwhile_is_gone_and_what_pimbot_gives_stays()
    {
        await using var scene = await Scene.StartAsync();
        var vanishing = await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.GivesOutside(scene.Erin, AssignmentScene.GlobalReader);
        await scene.Scans();
        await scene.OutsideTable().RemoveAsync(vanishing.Id, TestContext.Current.CancellationToken);
        await scene.Frank.Says("assign Global Reader to Erin active permanently because on call");
        await scene.Frank.Clicks("Assign");
        await scene.Frank.Says("fix alert outside");
        scene.Frank.Sees("Take 2 assignments from outside away?");
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("2 are being taken away");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal([AssignmentScene.GlobalReader.Role.Value], await scene.HeldAtTarget(scene.Erin));
        Assert.Empty(await scene.IncidentsOf(Kind));
    }

    [Fact]
    [Rule("H4")]
    public async Task What_vanishes_by_itself_is_no_alert_any_more_and_nobody_is_told_of_what_is_over()
    {
        await using var scene = await Scene.StartAsync();
        var given = await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();
        await scene.OutsideTable().RemoveAsync(given.Id, TestContext.Current.CancellationToken);
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Empty(await scene.IncidentsOf(Kind));
        Assert.Equal(1, await scene.CountsOf(AuditAction.AlertIncidentOpened, Kind));
        Assert.Equal(1, await scene.CountsOf(AuditAction.AlertIncidentClosed, Kind));
        await scene.Frank.Says("alerts");
        scene.Frank.DoesNotSee("High severity");
    }

    [Fact]
    [Rule("H4", "A9")]
    public async Task The_last_administrator_is_not_taken_away_at_the_target_either()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        await scene.GivesOutside(scene.Dan, Contoso.GlobalAdministrator);
        await scene.Scans();
        await scene.Frank.Says("fix alert outside");
        scene.Frank.Sees("Dan Dubois is the last who holds Global Administrator.");
        Assert.DoesNotContain("Confirm", scene.Frank.Buttons);
        await scene.Assigns(scene.Erin, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Frank.Says("fix alert outside");
        await scene.Frank.Clicks("Confirm");
        Assert.DoesNotContain(Contoso.GlobalAdministrator.Role.Value, await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    [Rule("H4", "A24")]
    public async Task An_emergency_account_s_access_is_adopted_by_two_and_removed_by_nobody_alone()
    {
        await using var scene = await Scene.StartAsync();
        var emergency = scene.Person("Emergency access 1");
        await scene.GivesOutside(emergency, AssignmentScene.Exchange);
        await scene.Scans();
        await scene.Frank.Says("fix alert outside");
        scene.Frank.Sees("Adopt it instead: another administrator confirms that.");
        var incident = Assert.Single(await scene.IncidentsOf(Kind));
        await scene.Frank.Says("alert outside");
        await scene.Frank.Clicks("Adopt chosen", new { incidents = incident.Id.ToString("N") });
        await scene.Frank.Clicks("Confirm", new { reason = "as planned" });
        scene.Frank.Sees("Waits, for another administrator");
        Assert.Single(await scene.OutsideTable().ListAsync(TestContext.Current.CancellationToken));
        await scene.Person("Emergency access 2").Says("pending");
        Assert.Single(await scene.IncidentsOf(Kind));
    }

    [Fact]
    [Rule("H8", "H9")]
    public async Task Azure_s_are_the_matter_of_those_who_administer_the_scope()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.GivesOutside(scene.Dan, new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsResources));
        await scene.Scans();
        scene.Carol.Sees("Azure roles are being assigned outside of PIM: payments");
        Assert.Equal(0, scene.Frank.Heard("Azure roles are being assigned outside of PIM: "));
        await scene.Frank.Says("alerts");
        scene.Frank.DoesNotSee("payments");
        await scene.Carol.Says("fix alert azure outside pim");
        await scene.Carol.Clicks("Confirm");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    [Rule("H10")]
    public async Task Where_chat_is_not_possible_it_comes_by_mail()
    {
        await using var server = FakeMailServer.Start();
        await using var scene = await Scene.StartAsync(new SceneOptions { Settings = server.Settings });
        await scene.Frank.Uninstalls();
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();
        var mail = Assert.Single(server.Mails);
        Assert.Equal(["frank@contoso.example"], mail.To);
        Assert.Equal($"PimBot: {AlertScene.Outside}", mail.Subject);
        Assert.Contains("Dan Dubois: Exchange Administrator", mail.Text, StringComparison.Ordinal);
        await scene.Scans();
        Assert.Single(server.Mails);
    }

    [Fact]
    [Rule("H4")]
    public async Task On_a_developer_s_machine_it_can_be_tried()
    {
        await using var scene = await Scene.StartAsync();
        var place = new Uri(
            $"/api/access/outside?person={scene.Dan.Id}&role={Policies.Exchange.Role.Value}",
            UriKind.Relative
        );
        using var answer = await scene.Http.PostAsync(place, null, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        await scene.Advances(TimeSpan.FromSeconds(1));
        scene.Frank.Sees("Dan Dubois: Exchange Administrator");
        Assert.Contains(Policies.Exchange.Role.Value, await scene.HeldAtTarget(scene.Dan));
    }
}
