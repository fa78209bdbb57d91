using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Alerts;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Reviews;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Audit;

/// <summary>A day in which everything happens that the audit must hold.</summary>
public sealed class EveryKindStory
{
    private static readonly AuditAction[] Expected =
    [
        AuditAction.ActivationRequested,
        AuditAction.RequestApproved,
        AuditAction.RequestDenied,
        AuditAction.AccessGranted,
        AuditAction.AccessEnded,
        AuditAction.AccessRevoked,
        AuditAction.AssignmentAdded,
        AuditAction.AssignmentRemoved,
        AuditAction.PolicyChanged,
        AuditAction.AlertIncidentOpened,
        AuditAction.OutsideAccessAdopted,
        AuditAction.AlertDismissed,
        AuditAction.AlertRestored,
        AuditAction.AlertConfigured,
        AuditAction.ReviewCreated,
        AuditAction.ReviewStarted,
        AuditAction.ReviewAnswered,
        AuditAction.ReviewCompleted,
        AuditAction.ReviewApplied,
    ];

    private static readonly AuditAction[] InChat =
    [
        AuditAction.ActivationRequested,
        AuditAction.RequestApproved,
        AuditAction.RequestDenied,
        AuditAction.ReviewAnswered,
    ];

    [Fact]
    [Rule("U8")]
    public async Task Whatever_changes_who_has_what_or_how_it_is_watched_is_there()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Approve", new { reason = "needed" });
        await scene.Advances(TimeSpan.FromMinutes(10));
        await scene.Dan.Says("end payments responder");
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Deny", new { reason = "not today" });
        await AdministersAsync(scene);
        await WatchesAsync(scene);
        await scene.Review(ReviewScene.Exchange, ReviewScene.ByBob);
        await scene.Bob.Clicks("Deny", new { reason = "left the project" });
        await scene.Advances(TimeSpan.FromDays(15));

        var entries = (await scene.Audit()).Select(entry => entry.Event).ToList();
        Assert.Empty(Expected.Except(entries.Select(happened => happened.Action)));
        // Whatever somebody did in chat says where from; what the story does by itself, and PimBot's own doings, name no place.
        var chatted = entries.Where(happened => InChat.Contains(happened.Action)).ToList();
        Assert.Equal(InChat.Order(), chatted.Select(happened => happened.Action).Distinct().Order());
        Assert.All(chatted, happened => Assert.StartsWith("chat:", happened.Source, StringComparison.Ordinal));
        var denied = entries.Single(happened => happened.Action is AuditAction.RequestDenied);
        Assert.Equal(
            (scene.Frank.Id, scene.Dan.Id, Contoso.Payments, "not today"),
            (denied.Actor?.Value, denied.Subject?.Value, denied.Access!.Value, denied.Reason)
        );
    }

    private static async Task AdministersAsync(Scene scene)
    {
        await scene.Frank.Says("assign Helpdesk Administrator to Erin eligible for 3 months because team change");
        await scene.Advances(TimeSpan.FromMinutes(10));
        var given = Assert.Single(await scene.StandingOf(scene.Erin, Contoso.Helpdesk));
        await scene.Tries(scene.Frank, Domain.Activations.RequestAction.AdminRemove, given);
        await scene.Saves(
            scene.Frank,
            Contoso.Helpdesk,
            policy => policy with { Activation = policy.Activation with { Maximum = TimeSpan.FromHours(4) } }
        );
    }

    private static async Task WatchesAsync(Scene scene)
    {
        await scene.GivesOutside(scene.Dan, AssignmentScene.Exchange);
        await scene.Scans();
        var incident = Assert.Single(
            await scene.IncidentsOf(Domain.Alerts.AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement)
        );
        await scene.Frank.Says("alert outside");
        await scene.Frank.Clicks("Adopt chosen", new { incidents = incident.Id.ToString("N") });
        await scene.Frank.Clicks("Confirm", new { reason = "as agreed" });
        await scene.Frank.Says("dismiss alert stale accounts");
        await scene.Frank.Says("restore alert stale accounts");
        await scene.Frank.Says("set alert stale accounts to 60 days");
        await scene.Advances(TimeSpan.FromMinutes(1));
    }
}
