using System.Net;
using PimBot.Application.Alerts;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Alerts;
using PimBot.Scenarios.Api;
using PimBot.Scenarios.Rules;

namespace PimBot.Scenarios.Audit;

/// <summary>What was done about an alert of an Azure scope is read by those who may see that scope, and by nobody else.</summary>
public sealed class AlertSightStory : IAsyncLifetime
{
    private static readonly AlertKey Owners = new(AlertKind.TooManyOwnersAssignedToResource, RuleScene.Production);

    private static readonly string[] Deeds = ["AlertDismissed", "AlertRestored", "AlertConfigured"];

    private ApiScene api = null!;

    public async ValueTask InitializeAsync() => api = await ApiScene.StartAsync();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    [Rule("U7")]
    public async Task Who_sees_the_scope_reads_it_and_who_sees_the_directory_alone_does_not()
    {
        var scene = api.Scene;
        await scene.Assigns(scene.Alice, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Assigns(scene.Bob, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Scans();
        await scene.Alice.Says("dismiss alert too many owners");
        await scene.Alice.Says("restore alert too many owners");
        await scene.Alice.Says("set alert too many owners to 4");

        // Bob did none of it: he reads it as an owner of the scope.
        foreach (var deed in Deeds)
        {
            var entry = Assert.Single(await EntriesAsync("Bob", deed));
            Assert.Equal(
                RuleScene.Production.Value,
                Assert.Single(entry["targetResources"]!.AsArray(), t => t!["type"]!.ToString() == "Scope")![
                    "id"
                ]!.ToString()
            );
            Assert.DoesNotContain("subscriptions", entry["@pimbot.detail"]!.ToString(), StringComparison.Ordinal);
            Assert.Empty(await EntriesAsync(ApiScene.Frank, deed));
        }

        await scene.Frank.Says("audit kind:alerts");
        scene.Frank.Sees("Audit");
        scene.Frank.DoesNotSee("dismissed the alert");
        await scene.Bob.Says("audit kind:alerts");
        scene.Bob.Sees("Alice Andersen dismissed the alert “Too many owners of a resource” at");
        scene.Bob.Sees("Alice Andersen restored the alert “Too many owners of a resource” at");
        scene.Bob.Sees("warns at Contoso Production: 3 → 4");

        // Whoever has the full right reads it too, and only then.
        Assert.Empty(await EntriesAsync(ApiScene.Emergency, Deeds[0]));
        await api.PostAsync(ApiScene.Emergency, "/api/elevation", new() { ["justification"] = "an audit" });
        foreach (var deed in Deeds)
        {
            Assert.Single(await EntriesAsync(ApiScene.Emergency, deed));
        }
    }

    [Fact]
    [Rule("U7")]
    public async Task What_was_done_about_an_alert_of_the_directory_is_read_by_the_directory_s_readers()
    {
        var scene = api.Scene;
        await scene.Assigns(scene.Bob, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Person(ApiScene.Emergency).Says("dismiss alert stale accounts");
        Assert.Single(await EntriesAsync(ApiScene.Frank, Deeds[0]));
        Assert.Empty(await EntriesAsync("Bob", Deeds[0]));
    }

    [Fact]
    [Rule("U7")]
    public async Task A_refused_attempt_on_a_scope_s_alert_is_the_scope_s_matter_too()
    {
        var scene = api.Scene;
        await scene.Assigns(scene.Bob, Contoso.OwnerOfProduction, AssignmentType.Active);
        await scene.Changes(
            (work, stop) =>
                ChangeAlert.RunAsync(
                    work,
                    new ChangeAlertCommand
                    {
                        Actor = new PersonId(scene.Dan.Id),
                        Alert = Owners,
                        Change = AlertChange.Dismiss,
                    },
                    stop
                )
        );
        Assert.Single(await EntriesAsync("Bob", nameof(AuditAction.AlertChangeRefused)));
        Assert.Single(await EntriesAsync("Dan", nameof(AuditAction.AlertChangeRefused)));
        Assert.Empty(await EntriesAsync(ApiScene.Frank, nameof(AuditAction.AlertChangeRefused)));
    }

    private async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> EntriesAsync(string reader, string activity) =>
        (await api.GetAsync(reader, $"/api/audit?activity={activity}")).Is(HttpStatusCode.OK).Value;
}
