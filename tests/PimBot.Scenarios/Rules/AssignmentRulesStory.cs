using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Assignments;
using PimBot.Scenarios.Verification;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>Kinds of assignments, and how they get longer.</summary>
public sealed class AssignmentRulesStory
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    [Rule("A1")]
    public async Task Assigned_or_activated_the_access_is_the_same_for_as_long_as_it_lasts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign Helpdesk Administrator to Erin active for 1 month because on call");
        await scene.Frank.Clicks("Assign");
        await scene.Frank.Says("assign Helpdesk Administrator to Alice active permanently because on call");
        await scene.Frank.Clicks("Assign");
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        foreach (var holder in new[] { scene.Erin, scene.Alice, scene.Dan })
        {
            Assert.Equal([Contoso.Helpdesk.Role.Value], await scene.HeldAtTarget(holder));
        }

        await scene.Advances(TimeSpan.FromHours(2));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Erin));

        await scene.Advances(Month);
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Alice));
    }

    [Fact]
    [Rule("A2")]
    public async Task A_custom_role_is_a_role_like_others_and_holds_below_its_scope()
    {
        await using var scene = await Scene.StartAsync();
        var role = new RoleId("custom-machine-restarter");
        await scene.Knows(role, "Machine restarter", RoleKind.AzureRole);
        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);

        await scene.Carol.Says("assign Machine restarter to Grace at payments eligible for 1 month");
        scene.Carol.Sees("Grace Gallo (Fabrikam) is eligible until");
        await scene.Grace.Says("activate Machine restarter at payments-vm1 for 1h because it hangs");
        await scene.Passes(scene.Grace);

        scene.Grace.Sees("Active until");
        Assert.Contains(role.Value, await scene.HeldAtTarget(scene.Grace));
    }

    [Fact]
    [Rule("A6")]
    public async Task A_service_account_is_active_for_a_time_or_not()
    {
        await using var scene = await Scene.StartAsync();
        var account = scene.Person("Nightly backup");

        await scene.Frank.Says("assign Exchange Administrator to Nightly backup active for 1 month because backups");
        await scene.Frank.Says("assign SharePoint Administrator to Nightly backup active permanently because backups");
        await scene.Frank.Says("assign Helpdesk Administrator to Nightly backup eligible for 1 month");

        scene.Frank.Sees("can’t be eligible. Make it active instead.");
        var exchange = Assert.Single(await scene.AssignmentsOf(account, "Exchange Administrator"));
        Assert.Equal((AssignmentType.Active, scene.Clock.GetUtcNow() + Month), (exchange.Type, exchange.End));
        var sharePoint = Assert.Single(await scene.AssignmentsOf(account, "SharePoint Administrator"));
        Assert.Equal((AssignmentType.Active, (DateTimeOffset?)null), (sharePoint.Type, sharePoint.End));
        Assert.Empty(await scene.AssignmentsOf(account, "Helpdesk Administrator"));
    }

    [Fact]
    [Rule("A7")]
    public async Task Periods_of_15_days_1_3_6_months_1_year_and_permanent_are_offered()
    {
        await using var scene = await Scene.StartAsync();

        await scene.Frank.Says("assign Exchange Administrator to Erin eligible");

        Assert.Equal(
            ["15 days", "1 month", "3 months", "6 months", "1 year", "Permanent"],
            scene.Frank.Buttons.Take(6)
        );
    }

    [Fact]
    [Rule("A17")]
    public async Task One_extension_waits_at_a_time()
    {
        await using var scene = await Scene.StartAsync();
        await EndsIn(scene, TimeSpan.FromDays(10));
        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");

        await scene.Erin.Says("extend eligibility Exchange for 3 months because the project goes on");
        scene.Erin.Sees("A request about this assignment waits already.");
        Assert.Single(
            await scene.Reads((work, stop) => work.AssignmentRequests.ByAsync(new PersonId(scene.Erin.Id), 5, stop))
        );
        await scene.Frank.Clicks("Deny", new { reason = "Ask for more." });
        await scene.Erin.Says("extend eligibility Exchange for 3 months because the project goes on");

        scene.Erin.Sees("Waiting for an administrator");
    }

    [Fact]
    [Rule("A19")]
    public async Task A_renewal_needs_a_reason_and_comes_within_30_days_after_the_end()
    {
        await using var scene = await Scene.StartAsync();
        await EndsIn(scene, TimeSpan.FromDays(1));
        var assignment = await scene.TheAssignmentOf(scene.Erin, AssignmentScene.Exchange, AssignmentType.Eligible);
        await scene.Advances(TimeSpan.FromDays(31) - TimeSpan.FromMinutes(1));

        Assert.Equal(ReasonCode.JustificationRequired, (await Renews(null)).Refusal?.Code);
        Assert.True((await Renews("the project came back")).IsAllowed);
        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.False((await Renews("the project came back")).IsAllowed);

        Task<Decision<AssignmentRequest>> Renews(string? reason) =>
            scene.Tries(
                new AssignmentCommand
                {
                    Action = RequestAction.SelfRenew,
                    Actor = new PersonId(scene.Erin.Id),
                    Assignment = assignment.Id,
                    IsValidationOnly = true,
                    Ask = new AssignmentAsk
                    {
                        Type = AssignmentType.Eligible,
                        End = scene.Clock.GetUtcNow() + Month,
                        Justification = reason,
                    },
                }
            );
    }

    [Fact]
    [Rule("A20")]
    public async Task An_administrator_of_that_scope_decides_and_may_change_start_end_and_kind()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);
        await EndsIn(scene, TimeSpan.FromDays(10));
        await scene.Erin.Says("extend eligibility Exchange for 1 month because the project goes on");
        var now = scene.Clock.GetUtcNow();
        var instead = new AssignmentAsk
        {
            Type = AssignmentType.Active,
            Start = now + TimeSpan.FromDays(1),
            End = now + TimeSpan.FromDays(20),
        };

        Assert.Equal(ReasonCode.UnknownRequest, (await Decides(scene.Carol)).Refusal?.Code);
        Assert.True((await Decides(scene.Frank)).IsAllowed);

        var changed = Assert.Single(await scene.AssignmentsOf(scene.Erin, "Exchange Administrator"));
        Assert.Equal((instead.Type, instead.Start, instead.End), (changed.Type, changed.Start, changed.End));
        Assert.DoesNotContain("Exchange Administrator", await scene.Holds(scene.Erin));
        await scene.Advances(TimeSpan.FromDays(1));
        Assert.Contains("Exchange Administrator", await scene.Holds(scene.Erin));

        async Task<Decision<AssignmentRequest>> Decides(TestPerson by)
        {
            Decision<AssignmentRequest>? decision = null;
            await scene.Changes(
                async (work, stop) =>
                {
                    var wish = Assert.Single(await work.AssignmentRequests.PendingAsync(5, stop));
                    decision = await DecideAssignmentRequest.RunAsync(
                        work,
                        new(wish.Id, new PersonId(by.Id), Verdict.Approve, "as agreed", instead),
                        stop
                    );
                }
            );
            await scene.Advances(TimeSpan.Zero);
            return decision!;
        }
    }

    [Fact]
    [Rule("A23")]
    public async Task Whoever_joins_a_group_has_what_is_assigned_to_it_and_whoever_leaves_loses_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Says("assign SharePoint Administrator to group Helpdesk active permanently because on call");
        await scene.Erin.Says(Contoso.AskForHelpdesk);
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));

        await scene.JoinsGroup(Contoso.HelpdeskGroup, scene.Erin);
        Assert.Contains("SharePoint Administrator", await scene.Holds(scene.Erin));
        await scene.Erin.Says(Contoso.AskForHelpdesk);
        scene.Erin.Sees("Active until");
        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.Contains(Contoso.Helpdesk.Role.Value, await scene.HeldAtTarget(scene.Erin));

        await scene.RemovesFromGroup(Contoso.HelpdeskGroup, scene.Erin);
        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("SharePoint Administrator", await scene.Holds(scene.Erin));
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));
        await scene.Erin.Says(Contoso.AskForHelpdesk);
        Assert.Empty(await scene.HeldAtTarget(scene.Erin));
    }

    private static Task EndsIn(Scene scene, TimeSpan left) =>
        scene.AssignsUntil(
            scene.Erin,
            AssignmentScene.Exchange,
            AssignmentType.Eligible,
            scene.Clock.GetUtcNow() + left
        );
}
