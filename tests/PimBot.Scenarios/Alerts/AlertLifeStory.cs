using System.Text.Json.Nodes;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Alerts;

/// <summary>What people do about alerts: read, fix, dismiss, restore, and set when they warn.</summary>
public sealed class AlertLifeStory
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    [Rule("H8")]
    public async Task Readers_see_the_list_and_can_change_nothing_and_others_see_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, AssignmentScene.GlobalReader, AssignmentType.Active);
        await scene.Carol.Says("alerts");
        scene.Carol.Sees("3 need attention");
        scene.Carol.Sees(AlertScene.Stale);
        scene.Carol.Sees("Medium severity, 2 found");
        await scene.Carol.Clicks($"Open: {AlertScene.Stale}");
        scene.Carol.Sees("Grace Gallo (Fabrikam): SharePoint Administrator");
        scene.Carol.Sees("last sign-in");
        Assert.Empty(scene.Carol.Buttons);
        await scene.Carol.Says("dismiss alert stale accounts");
        scene.Carol.Sees("That is for administrators, and you are not one now.");
        await scene.Carol.Says("fix alert stale accounts");
        scene.Carol.Sees("That is for administrators, and you are not one now.");
        await scene.Carol.Says("set alert stale accounts to 60 days");
        scene.Carol.Sees("That is for administrators, and you are not one now.");
        Assert.False((await scene.TheAlert(AlertKind.StaleSignIn)).IsDismissed);
        Assert.Equal(1, await scene.CountsOf(AuditAction.AlertChangeRefused, AlertKind.StaleSignIn));

        foreach (
            var words in new[]
            {
                "alerts",
                "alert stale accounts",
                "dismiss alert stale accounts",
                "scan",
                "start review",
            }
        )
        {
            await scene.Alice.Says(words);
            scene.Alice.Sees("That is for administrators, and you are not one now.");
            scene.Alice.DoesNotSee("Grace");
        }
    }

    [Fact]
    [Rule("H8")]
    public async Task A_click_that_somebody_forged_or_kept_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("alert stale accounts");
        foreach (
            var verb in new[] { "alert.show", "alert.dismiss", "alert.edit", "alert.ask", "alert.fix", "alert.save" }
        )
        {
            var answer = await scene.Alice.Invokes(
                new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = verb,
                    ["data"] = new JsonObject
                    {
                        ["alert"] = "StaleSignIn",
                        ["scope"] = "/",
                        ["all"] = "true",
                        ["days"] = 1,
                    },
                }
            );
            Assert.Contains("There is no such alert", answer.Body, StringComparison.Ordinal);
        }

        foreach (var data in new[] { "{}", """{"alert":"StaleSignIn","scope":"/nowhere"}""", """{"alert":7}""" })
        {
            var answer = await scene.Frank.Invokes(
                new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["verb"] = "alert.dismiss",
                    ["data"] = JsonNode.Parse(data),
                }
            );
            Assert.Contains("There is no such alert", answer.Body, StringComparison.Ordinal);
        }

        Assert.False((await scene.TheAlert(AlertKind.StaleSignIn)).IsDismissed);
        Assert.NotEmpty(await scene.StandingOf(scene.Grace, SharePoint));
    }

    [Fact]
    [Rule("H3", "H9")]
    public async Task One_is_fixed_and_then_all_with_the_consequence_in_words()
    {
        await using var scene = await Scene.StartAsync();
        var graces = (await scene.IncidentsOf(AlertKind.StaleSignIn)).Single(i => i.Person?.Value == scene.Grace.Id);
        await scene.Frank.Says("alert stale accounts");
        await scene.Frank.Clicks("Remove chosen");
        scene.Frank.Sees("Choose first what is meant.");
        await scene.Frank.Clicks("Remove chosen", new { incidents = graces.Id.ToString("N") });
        scene.Frank.Sees("Remove 1 assignment?");
        scene.Frank.Sees("Grace Gallo (Fabrikam): SharePoint Administrator");
        scene.Frank.Sees("They lose the role");
        await scene.Frank.Clicks("Cancel");
        Assert.NotEmpty(await scene.StandingOf(scene.Grace, SharePoint));
        await scene.Frank.Clicks("Remove all 2");
        scene.Frank.Sees("Remove 2 assignments?");
        await scene.Frank.Clicks("Confirm", new { reason = "nobody uses them" });
        scene.Frank.Sees("2 removed");
        Assert.Empty(await scene.StandingOf(scene.Grace, SharePoint));
        Assert.Empty(await scene.IncidentsOf(AlertKind.StaleSignIn));
        Assert.Equal(2, await scene.CountsOf(AuditAction.AlertIncidentFixed, AlertKind.StaleSignIn));
        Assert.Equal(2, await scene.CountsAudited(AuditAction.AssignmentRemoved));
        scene.Grace.Sees("SharePoint Administrator");
        await scene.Advances(AlertScene.Soon);
        Assert.Equal(0, await scene.CountsOf(AuditAction.AlertIncidentClosed, AlertKind.StaleSignIn));
    }

    [Fact]
    [Rule("H9")]
    public async Task Who_came_back_meanwhile_keeps_the_role()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("fix alert stale accounts");
        scene.Frank.Sees("Remove 2 assignments?");
        await scene.SignedIn(scene.Grace, TimeSpan.Zero);
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("1 removed");
        scene.Frank.Sees("This is no longer so. Nothing was changed.");
        Assert.NotEmpty(await scene.StandingOf(scene.Grace, SharePoint));
    }

    [Fact]
    [Rule("H9")]
    public async Task What_changed_since_the_card_was_shown_must_be_confirmed_anew()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("fix alert stale accounts");
        await scene.SignedIn(scene.Erin, 40 * Day);
        await scene.Scans();
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("What was found changed since you looked.");
        Assert.NotEmpty(await scene.StandingOf(scene.Grace, SharePoint));
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("3 removed");
    }

    [Fact]
    [Rule("H5", "H9", "A9")]
    public async Task What_the_door_refuses_is_said_person_by_person()
    {
        await using var scene = await Scene.StartAsync();
        await scene.HasNoGlobalAdministrator();
        await scene.Assigns(scene.Dan, Contoso.GlobalAdministrator, AssignmentType.Active);
        await scene.Assigns(scene.Erin, Contoso.GlobalAdministrator, AssignmentType.Eligible);
        await scene.Scans();
        await scene.Frank.Says("fix alert too many global administrators");
        scene.Frank.Sees("Remove 5 assignments?");
        scene.Frank.Sees("Stays as it is (Dan Dubois: Global Administrator)");
        scene.Frank.Sees("Dan Dubois is the last who holds Global Administrator.");
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("Left as before (Dan Dubois: Global Administrator)");
        Assert.NotEmpty(await scene.StandingOf(scene.Dan, Contoso.GlobalAdministrator));
        Assert.Empty(await scene.StandingOf(scene.Alice, Contoso.GlobalAdministrator));
    }

    [Fact]
    [Rule("H1", "H9")]
    public async Task An_unused_eligibility_is_removed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Advances(30 * Day);
        var alices = (await scene.IncidentsOf(AlertKind.RedundantAssignment)).Single(i =>
            i.Person?.Value == scene.Alice.Id && i.Access == AssignmentScene.Exchange
        );
        await scene.Frank.Says("alert unused roles");
        Assert.Equal(1, scene.Frank.Heard("never activated"));
        await scene.Frank.Clicks("Next");
        await scene.Frank.Clicks("Previous");
        while (!scene.Frank.LastCard!.ToJsonString().Contains(alices.Id.ToString("N"), StringComparison.Ordinal))
        {
            await scene.Frank.Clicks("Next");
        }

        await scene.Frank.Clicks("Remove chosen", new { incidents = alices.Id.ToString("N") });
        await scene.Frank.Clicks("Confirm");
        scene.Frank.Sees("1 removed");
        Assert.Empty(await scene.StandingOf(scene.Alice, AssignmentScene.Exchange));
    }

    [Fact]
    [Rule("H11")]
    public async Task A_dismissed_alert_comes_back_with_new_incidents_and_is_restored_by_hand()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("dismiss alert stale accounts");
        scene.Frank.Sees("2 found, dismissed by Frank Fischer");
        await scene.Scans();
        Assert.True((await scene.TheAlert(AlertKind.StaleSignIn)).IsDismissed);
        await scene.Frank.Says("alerts");
        scene.Frank.Sees("2 need attention");
        await scene.Frank.Says("dismiss alert stale accounts");
        scene.Frank.Sees("There is nothing to dismiss");

        await scene.SignedIn(scene.Erin, 40 * Day);
        await scene.Scans();
        Assert.False((await scene.TheAlert(AlertKind.StaleSignIn)).IsDismissed);
        Assert.Equal(1, await scene.CountsOf(AuditAction.AlertReactivated, AlertKind.StaleSignIn));

        await scene.Frank.Says("alert stale accounts");
        await scene.Frank.Clicks("Dismiss");
        scene.Frank.Sees("dismissed by Frank Fischer");
        await scene.Frank.Clicks("Restore");
        scene.Frank.DoesNotSee("dismissed");
        Assert.Equal(2, await scene.CountsOf(AuditAction.AlertDismissed, AlertKind.StaleSignIn));
        Assert.Equal(1, await scene.CountsOf(AuditAction.AlertRestored, AlertKind.StaleSignIn));
    }

    [Fact]
    [Rule("H11")]
    public async Task A_dismissal_is_forgotten_when_nothing_is_left()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("dismiss alert stale accounts");
        await scene.SignedIn(scene.Grace, TimeSpan.Zero);
        await scene.SignedIn(scene.Person("Ivan"), TimeSpan.Zero);
        await scene.Scans();
        Assert.False((await scene.TheAlert(AlertKind.StaleSignIn)).IsDismissed);
        await scene.SignedIn(scene.Grace, 31 * Day);
        await scene.Scans();
        await scene.Frank.Says("alerts");
        scene.Frank.Sees("Medium severity, 1 found");
    }

    [Fact]
    [Rule("H10", "H11")]
    public async Task Dismissed_with_what_is_known_of_it_only_the_new_is_told()
    {
        await using var scene = await Scene.StartAsync();
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();
        await scene.Frank.Says("dismiss alert outside");
        await scene.Scans();
        Assert.Equal(1, scene.Frank.Heard("High severity: 1 new"));
        await scene.GivesOutside(scene.Erin, AssignmentScene.Exchange);
        await scene.Scans();
        scene.Frank.Sees("Erin Eriksen: Exchange Administrator");
        scene.Frank.DoesNotSee("Dan Dubois: Exchange Administrator");
    }

    [Fact]
    [Rule("H12")]
    public async Task Thresholds_are_set_by_form_and_by_text_within_their_ranges()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("set alert stale accounts to 60 days");
        scene.Frank.Sees("The account did not sign in for 60 days.");
        Assert.Equal(60, (await scene.TheAlert(AlertKind.StaleSignIn)).Thresholds.Days);
        await scene.Advances(TimeSpan.FromSeconds(1));
        Assert.Equal(["Ivan Ito"], await scene.Named(AlertKind.StaleSignIn));

        foreach (var days in new[] { "0", "366", "-5", "9999", "9999999", "99999999999999999999", "1.5", "10,000" })
        {
            await scene.Frank.Says($"set alert stale accounts to {days} days");
            scene.Frank.Sees("must be a whole number from 1 to 365");
        }

        await scene.Frank.Says("set alert stale accounts to 5 percent");
        scene.Frank.Sees("This alert has no such number to set.");
        await scene.Frank.Says("alert settings stale accounts");
        await scene.Frank.Clicks("Save", new { days = 365 });
        scene.Frank.Sees("for 365 days");
        await scene.Frank.Says("alert settings unused roles");
        await scene.Frank.Clicks("Save", new { days = 0 });
        await scene.Advances(TimeSpan.FromSeconds(1));
        Assert.Contains("Alice Andersen", await scene.Named(AlertKind.RedundantAssignment));
        var entry = Assert.Single(
            await scene.Audit(),
            e => e.Event.Detail?.Contains("Days:30->60", StringComparison.Ordinal) is true
        );
        Assert.Equal((AuditAction.AlertConfigured, scene.Frank.Id), (entry.Event.Action, entry.Event.Actor?.Value));
    }

    [Fact]
    [Rule("H11")]
    public async Task Why_it_is_dismissed_or_restored_is_said_back_and_is_in_the_audit()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("dismiss alert stale accounts because known: unused roles have 5 owners");
        scene.Frank.Sees("2 found, dismissed by Frank Fischer");
        scene.Frank.Sees("Dismissed: it no longer counts as needing attention. “Restore” takes that back.");
        scene.Frank.Sees("Your reason: known: unused roles have 5 owners");
        await scene.Frank.Says("restore because we look again");
        scene.Frank.Sees("Restored: what it found counts as needing attention again. Your reason: we look again");
        await scene.Frank.Says("alert stale accounts");
        await scene.Frank.Clicks("Dismiss");
        scene.Frank.Sees("“Restore” takes that back.");
        await scene.Frank.Says($"restore alert stale accounts because {new string('x', 1001)}");
        scene.Frank.Sees("That reason is too long: 1,000 characters at most.");

        Assert.Equal(
            ["known: unused roles have 5 owners", null],
            (await scene.Audit()).Where(e => e.Event.Action is AuditAction.AlertDismissed).Select(e => e.Event.Reason)
        );
        Assert.Equal("we look again", await ReasonOfAsync(scene, AuditAction.AlertRestored));
        await scene.Frank.Says("audit kind:alerts");
        scene.Frank.Sees("known: unused roles have 5 owners");
    }

    [Fact]
    [Rule("H12")]
    public async Task What_was_set_is_said_with_what_it_makes_of_the_incidents()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("set alert stale accounts to 60 days because that is our rule of 90");
        scene.Frank.Sees("30 → 60 days, saved. I look again within seconds: then 1 of the 2 below is gone.");
        scene.Frank.Sees("Your reason: that is our rule of 90");
        Assert.Equal("that is our rule of 90", await ReasonOfAsync(scene, AuditAction.AlertConfigured));
        await scene.Advances(TimeSpan.FromSeconds(1));
        Assert.Single(await scene.Named(AlertKind.StaleSignIn));

        await scene.Frank.Says("alert settings stale accounts");
        await scene.Frank.Clicks("Save", new { days = 60, enabled = "false" });
        scene.Frank.Sees("Switched off, saved.");
        scene.Frank.DoesNotSee("I look again");
        await scene.Frank.Says("set alert frequent to 4 times within 24 hours");
        scene.Frank.Sees("saved. I look again within seconds.");
    }

    [Fact]
    [Rule("H9")]
    public async Task A_reason_that_is_typed_with_a_fix_stands_in_its_field()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("fix alert stale accounts because nobody uses them");
        scene.Frank.Sees("Remove 2 assignments?");
        Assert.Contains("nobody uses them", scene.Frank.LastCard!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    [Rule("H12")]
    public async Task An_alert_that_is_switched_off_finds_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("alert settings stale accounts");
        await scene.Frank.Clicks("Save", new { days = 30, enabled = "false" });
        scene.Frank.Sees("Switched off: nothing is looked for");
        Assert.Empty(await scene.IncidentsOf(AlertKind.StaleSignIn));
        await scene.Frank.Says("alerts");
        scene.Frank.Sees("Medium severity, switched off");
        await scene.Frank.Says("alert settings stale accounts");
        await scene.Frank.Clicks("Save", new { days = 30, enabled = "true" });
        Assert.Equal(2, (await scene.IncidentsOf(AlertKind.StaleSignIn)).Count);
    }

    [Fact]
    [Rule("H8")]
    public async Task The_dashboard_and_the_digest_show_what_needs_attention()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("dashboard");
        scene.Frank.Sees("3 alerts");
        scene.Frank.Sees($"{AlertScene.Stale}, and 2 others");
        await scene.Frank.Clicks("Alerts");
        scene.Frank.Sees("3 need attention");
        await scene.Advances(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        scene.Frank.Sees("Privileged access: the past week");
        scene.Frank.Sees("Alerts: 3");
        scene.Frank.Sees($"{AlertScene.Stale}, Medium, 2 found");
    }

    private static async Task<string?> ReasonOfAsync(Scene scene, AuditAction action) =>
        (await scene.Audit()).Single(e => e.Event.Action == action).Event.Reason;

    private static readonly RoleScope SharePoint = new(
        new RoleId("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"),
        ScopeId.Directory
    );
}
