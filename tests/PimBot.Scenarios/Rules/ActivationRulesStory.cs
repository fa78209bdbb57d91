using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>When and where an activation holds.</summary>
public sealed class ActivationRulesStory
{
    private const string AskForAfternoon =
        "activate Payments responder for 1h from today 15:00 because refunds are stuck";

    private static readonly TimeSpan ToStart = TimeSpan.FromHours(6);

    [Fact]
    [Rule("B2")]
    public async Task Looser_settings_of_the_narrower_scope_do_not_help()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(
            new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsMachine),
            policy => policy with { Maximum = TimeSpan.FromHours(8), Require = ActivationRequirements.None }
        );

        await scene.Alice.Says("activate Virtual Machine Contributor at payments-vm1 for 4h because disk is full");

        scene.Alice.Sees("The longest for this role is 3 hours.");
        Assert.Empty(await scene.HeldAtTarget(scene.Alice));
    }

    [Fact]
    [Rule("B6")]
    public async Task Approved_before_the_start_it_runs_from_the_start()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(AskForAfternoon);

        await scene.Frank.Clicks("Approve", new { reason = "go" });
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(ToStart);

        scene.Dan.Sees("Active until today at 16:00");
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    [Rule("B6")]
    public async Task Approved_after_the_start_it_runs_from_the_approval_and_ends_later()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(AskForAfternoon);
        await scene.Advances(ToStart + TimeSpan.FromMinutes(90));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until today at 17:30");
        await scene.Advances(TimeSpan.FromMinutes(59));
        Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromMinutes(1));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
    }

    [Fact]
    [Rule("B12")]
    public async Task A_role_can_be_activated_again_at_once_and_as_often_as_one_likes()
    {
        await using var scene = await Scene.StartAsync();

        for (var time = 0; time < 8; time++)
        {
            await scene.Dan.Says(Contoso.AskForHelpdesk);
            scene.Dan.Sees("Active until");
            Assert.NotEmpty(await scene.HeldAtTarget(scene.Dan));
            await scene.Advances(TimeSpan.FromMinutes(5));
            await scene.Dan.Clicks("End now");
            Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        }
    }
}
