using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Alerts;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Api;

/// <summary>Alerts as Graph has them, and changed through the one door.</summary>
public sealed class AlertApiStory : IAsyncLifetime
{
    private const string Stale = "/api/alerts/StaleSignInAlert";
    private const string Configuration = "/api/alertConfigurations/StaleSignInAlert";
    private ApiScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Fact]
    [Rule("H8")]
    public async Task Alerts_definitions_incidents_and_configurations_have_Graph_s_names()
    {
        var definitions = (await scene.GetAsync(ApiScene.Frank, "/api/alertDefinitions")).Is(HttpStatusCode.OK);
        Assert.Equal(10, definitions.Value.Count);
        var alerts = (await scene.GetAsync(ApiScene.Frank, "/api/alerts")).Is(HttpStatusCode.OK);
        Assert.Equal(6, alerts.Value.Count);
        var stale = (await scene.GetAsync(ApiScene.Frank, Stale)).Is(HttpStatusCode.OK).Body!;
        Assert.Equal(
            ("DirectoryRole_/_StaleSignInAlert", "/", 2, true),
            (
                stale["id"]!.ToString(),
                stale["scopeId"]!.ToString(),
                stale["incidentCount"]!.GetValue<int>(),
                stale["isActive"]!.GetValue<bool>()
            )
        );
        Assert.NotNull(stale["lastScannedDateTime"]);
        var first = await scene.GetAsync(ApiScene.Frank, $"{Stale}/alertIncidents?$top=1");
        var second = await scene.GetAsync(ApiScene.Frank, first.Body!["@odata.nextLink"]!.ToString());
        Assert.Null(second.Body!["@odata.nextLink"]);
        var names = first.Value.Concat(second.Value).Select(i => i["assigneeDisplayName"]!.ToString());
        Assert.Equivalent(new[] { "Grace Gallo (Fabrikam)", "Ivan Ito" }, names, strict: true);
        Assert.NotNull(first.Value[0]["lastSignInDateTime"]);
        var configuration = (await scene.GetAsync(ApiScene.Frank, Configuration)).Is(HttpStatusCode.OK).Body!;
        Assert.Equal("P30D", configuration["duration"]!.ToString());
    }

    [Fact]
    [Rule("H8")]
    public async Task Who_may_read_no_alert_is_answered_as_if_there_were_none()
    {
        Assert.Empty((await scene.GetAsync("Alice", "/api/alerts")).Is(HttpStatusCode.OK).Value);
        (await scene.GetAsync("Alice", Stale)).Is(HttpStatusCode.NotFound);
        (await scene.GetAsync("Alice", $"{Stale}/alertIncidents")).Is(HttpStatusCode.NotFound);
        (await scene.PostAsync("Alice", $"{Stale}/fix", [])).Is(HttpStatusCode.NotFound);
        (await scene.PostAsync("Alice", "/api/alerts/refresh")).Is(HttpStatusCode.Forbidden);
        (await scene.GetAsync(ApiScene.Frank, "/api/alerts/NoSuchAlert")).Is(HttpStatusCode.NotFound);
        (await scene.GetAsync(ApiScene.Frank, "/api/alerts/TooManyOwnersAssignedToResourceAlert?scope=/")).Is(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    [Rule("H11")]
    public async Task An_alert_is_dismissed_and_restored_by_who_has_seen_it()
    {
        var seen = await scene.GetAsync(ApiScene.Frank, Stale);
        (await scene.PatchAsync(ApiScene.Frank, Stale, null, Active(false))).Is(HttpStatusCode.PreconditionRequired);
        (await scene.PatchAsync(ApiScene.Frank, Stale, "\"other\"", Active(false))).Is(
            HttpStatusCode.PreconditionFailed
        );
        var dismissed = (await scene.PatchAsync(ApiScene.Frank, Stale, seen.ETag, Active(false))).Is(HttpStatusCode.OK);
        Assert.False(dismissed.Body!["isActive"]!.GetValue<bool>());
        Assert.True(dismissed.Body["@pimbot.isDismissed"]!.GetValue<bool>());
        (await scene.PatchAsync(ApiScene.Frank, Stale, dismissed.ETag, Active(false))).Is(HttpStatusCode.Conflict);
        var restored = (await scene.PatchAsync(ApiScene.Frank, Stale, dismissed.ETag, Active(true))).Is(
            HttpStatusCode.OK
        );
        Assert.True(restored.Body!["isActive"]!.GetValue<bool>());
    }

    [Fact]
    [Rule("H12")]
    public async Task Thresholds_are_set_within_their_ranges()
    {
        var seen = await scene.GetAsync(ApiScene.Frank, Configuration);
        var wrong = await scene.PatchAsync(ApiScene.Frank, Configuration, seen.ETag, new() { ["duration"] = "P366D" });
        Assert.Equal("InvalidAlertConfiguration", wrong.Is(HttpStatusCode.BadRequest).Body!["code"]!.ToString());
        foreach (
            var member in new JsonObject[]
            {
                new() { ["duration"] = "PT36H" },
                new() { ["thresholdNumberOfOwners"] = 3 },
            }
        )
        {
            (await scene.PatchAsync(ApiScene.Frank, Configuration, seen.ETag, member)).Is(HttpStatusCode.BadRequest);
        }

        var set = await scene.PatchAsync(ApiScene.Frank, Configuration, seen.ETag, new() { ["duration"] = "P60D" });
        Assert.Equal("P60D", set.Is(HttpStatusCode.OK).Body!["duration"]!.ToString());
        await scene.Scene.Advances(TimeSpan.FromSeconds(1));
        var stale = await scene.GetAsync(ApiScene.Frank, Stale);
        Assert.Equal(1, stale.Body!["incidentCount"]!.GetValue<int>());
    }

    [Fact]
    [Rule("H9")]
    public async Task Incidents_are_fixed_and_what_is_refused_is_said_one_by_one()
    {
        var trial = await scene.PostAsync(ApiScene.Frank, $"{Stale}/fix", new() { ["isValidationOnly"] = true });
        Assert.All(trial.Is(HttpStatusCode.OK).Value, o => Assert.Equal("Fixed", o["status"]!.ToString()));
        var incidents = await scene.GetAsync(ApiScene.Frank, $"{Stale}/alertIncidents");
        Assert.Equal(2, incidents.Value.Count);
        var one = incidents.Value[0]["id"]!.ToString();
        var fixedOne = await scene.PostAsync(
            ApiScene.Frank,
            $"{Stale}/fix",
            new() { ["incidentIds"] = new JsonArray(one), ["justification"] = "nobody uses it" }
        );
        Assert.Equal("Fixed", Assert.Single(fixedOne.Is(HttpStatusCode.OK).Value)["status"]!.ToString());
        (await scene.PostAsync(ApiScene.Frank, $"{Stale}/fix", new() { ["incidentIds"] = new JsonArray(one) })).Is(
            HttpStatusCode.NotFound
        );
        (await scene.PostAsync(ApiScene.Frank, $"{Stale}/fix", new() { ["incidentIds"] = new JsonArray("x") })).Is(
            HttpStatusCode.BadRequest
        );
        Assert.Single((await scene.GetAsync(ApiScene.Frank, $"{Stale}/alertIncidents")).Value);
    }

    [Fact]
    [Rule("H4", "H13")]
    public async Task A_scan_is_asked_for_and_access_from_outside_is_adopted_until_an_end()
    {
        const string outside = "/api/alerts/RolesAssignedOutsidePrivilegedIdentityManagementAlert";
        await scene.Scene.GivesOutside(scene.Scene.Dan, AssignmentScene.Exchange);
        (await scene.PostAsync(ApiScene.Frank, "/api/alerts/refresh")).Is(HttpStatusCode.Accepted);
        await scene.Scene.Advances(TimeSpan.FromSeconds(1));
        var end = scene.Scene.Clock.GetUtcNow() + TimeSpan.FromDays(5);
        var adopted = await scene.PostAsync(
            ApiScene.Frank,
            $"{outside}/fix",
            new()
            {
                ["isAdoption"] = true,
                ["justification"] = "agreed",
                ["endDateTime"] = end.ToString("O"),
            }
        );
        Assert.Equal("Pending", Assert.Single(adopted.Is(HttpStatusCode.OK).Value)["status"]!.ToString());
        await scene.Scene.Advances(TimeSpan.FromSeconds(1));
        var assignment = await scene.Scene.TheAssignmentOf(
            scene.Scene.Dan,
            AssignmentScene.Exchange,
            AssignmentType.Active
        );
        Assert.Equal(end, assignment.End);
        Assert.Empty(await scene.Scene.IncidentsOf(AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement));
    }

    private static JsonObject Active(bool isActive) => new() { ["isActive"] = isActive };
}
