using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Settings;

/// <summary>What a change of settings means for requests under way: stricter applies, looser does not, and nobody bends the rules of their own request.</summary>
public sealed class SettingsEffectStory
{
    [Fact]
    [Rule("D6")]
    public async Task A_stricter_rule_names_the_requests_under_way_and_applies_to_them()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Says("settings Payments responder maximum 1h");
        scene.Frank.Sees("Stricter rules apply at once to 1 request under way (of Dan Dubois).");
        await scene.Frank.Clicks("Save");
        scene.Frank.Sees("Stricter rules apply at once to 1 request under way (of Dan Dubois).");
        await scene.Erin.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Not granted");
        Assert.Equal(RequestState.Failed, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Fact]
    [Rule("D7")]
    public async Task A_looser_rule_applies_to_later_requests_only()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Says("settings Payments responder no approval");
        scene.Frank.Sees(
            "Looser rules apply to later requests only; 1 request under way keeps the rules of when they were made."
        );
        await scene.Frank.Clicks("Save");

        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        await scene.Erin.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
    }

    [Fact]
    public async Task Other_approvers_decide_at_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Says("settings Payments responder require approval by Carol");
        scene.Frank.Sees("The new approvers decide from now on, also on 1 request under way (of Dan Dubois).");
        await scene.Frank.Clicks("Save");

        await scene.Erin.Clicks("Approve", new { reason = "go" });
        scene.Erin.Sees("You are no longer an approver for this role, so you can't decide this.");
        await scene.Carol.Says("approvals");
        await scene.Carol.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
    }

    [Fact]
    [Rule("D8")]
    public async Task An_administrator_s_own_request_goes_on_under_the_old_rules()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Frank, Contoso.Payments, AssignmentType.Eligible);
        await scene.Frank.Says("activate Payments responder for 1h because refunds are stuck");
        await scene.Frank.Says("settings Payments responder require approval by Bob Berg (admin)");
        scene.Frank.Sees("Your own request under way goes on under the rules of when it was made.");
        await scene.Frank.Clicks("Save");

        await scene.BobAdmin.Says("approvals");
        scene.BobAdmin.Sees("No request waits for your decision.");
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.BobAdmin.Sees("Dan Dubois asks for Payments responder");
        await scene.Erin.Clicks("Approve", new { reason = "go" });

        scene.Frank.Sees("Active until");
    }

    [Fact]
    [Rule("D8")]
    public async Task Nobody_frees_their_own_request_from_approval()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Frank, Contoso.Payments, AssignmentType.Eligible);
        await scene.Frank.Says("activate Payments responder for 1h because refunds are stuck");

        await scene.Frank.Says("settings Payments responder no approval");
        scene.Frank.Sees("Your own request under way goes on under the rules of when it was made.");
        await scene.Frank.Clicks("Save");

        var mine = await scene.TheRequestOf(scene.Frank);
        Assert.Equal(RequestState.PendingApproval, mine.State);
    }
}
