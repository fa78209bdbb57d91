using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

public sealed class FailingRevokeStory
{
    [Fact]
    public async Task A_target_that_is_down_for_three_days_is_asked_until_it_is_up_and_revokes_once()
    {
        var target = new ScriptedTarget { OnRevoke = _ => new TargetResult(TargetOutcome.RetryLater, "down") };
        await using var scene = await target.StartScene();
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Advances(TimeSpan.FromHours(2));
        Assert.Empty(await scene.Holds(scene.Dan));
        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        await AdvanceHours(scene, 72);
        Assert.InRange(target.RevokeCalls, 70, 100);
        Assert.Empty(await scene.Holds(scene.Dan));

        target.OnRevoke = _ => null;
        await scene.Advances(TimeSpan.FromHours(1));

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessRevoked));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessEnded));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Administrators_are_told_once_that_access_could_not_be_removed_and_health_shows_it()
    {
        var target = new ScriptedTarget { OnRevoke = _ => new TargetResult(TargetOutcome.RetryLater, "down") };
        await using var scene = await target.StartScene();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        Assert.Equal("Healthy", await Health(scene));
        await scene.Advances(TimeSpan.FromHours(2));
        await scene.Advances(TimeSpan.FromSeconds(2));

        await scene.Advances(TimeSpan.FromSeconds(3));

        foreach (var administrator in new[] { scene.Frank, scene.Person("Emergency access 1") })
        {
            administrator.Sees("Helpdesk Administrator of Dan Dubois could not yet be removed");
            administrator.Sees("PimBot keeps trying");
        }

        Assert.DoesNotContain("could not yet be removed", scene.Bob.Chat.ToString(), StringComparison.Ordinal);
        Assert.Equal("Degraded", await Health(scene));
        await AdvanceHours(scene, 5);
        Assert.Single(
            scene.Frank.Chat.Messages,
            message => message.Activity.ToJsonString().Contains("could not yet be removed", StringComparison.Ordinal)
        );

        target.OnRevoke = _ => null;
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Equal("Healthy", await Health(scene));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Even_a_refusal_to_revoke_is_not_taken_for_an_answer()
    {
        var target = new ScriptedTarget();
        await using var scene = await target.StartScene();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        var left = 3;
        target.OnRevoke = _ => left-- > 0 ? new TargetResult(TargetOutcome.Refused, "forbidden") : null;
        await scene.Advances(TimeSpan.FromHours(2));

        await AdvanceHours(scene, 4);

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(4, target.RevokeCalls);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_target_that_says_gone_while_it_is_there_is_found_out()
    {
        var table = new DeafTable { DeafToRemovals = 2 };
        await using var scene = await Scene.StartAsync(new SceneOptions { ConfigureServices = table.Wrap });
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Advances(TimeSpan.FromHours(2));
        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        await AdvanceHours(scene, 2);

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessRevoked));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_new_activation_waits_for_the_old_ones_removal_so_that_it_is_not_removed_with_it()
    {
        var target = new ScriptedTarget { OnRevoke = ScriptedTarget.Fails(3, "down") };
        await using var scene = await target.StartScene();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Advances(TimeSpan.FromHours(2));

        await scene.Dan.Says(Contoso.AskForHelpdesk);
        Assert.Empty(await scene.Holds(scene.Dan));
        await AdvanceHours(scene, 1, step: TimeSpan.FromMinutes(5));

        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(["Helpdesk Administrator"], await scene.Holds(scene.Dan));
        Assert.Equal(2, await scene.CountsAudited(AuditAction.AccessGranted));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessRevoked));
        await scene.BooksBalance();
    }

    private static async Task AdvanceHours(Scene scene, int hours, TimeSpan? step = null)
    {
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(hours); passed += step ?? TimeSpan.FromHours(1))
        {
            await scene.Advances(step ?? TimeSpan.FromHours(1));
        }
    }

    private static async Task<string> Health(Scene scene)
    {
        var page = new Uri("/health/ready", UriKind.Relative);
        var text = await scene.Http.GetStringAsync(page, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(scene.Dan.Id, text, StringComparison.Ordinal);
        return JsonNode.Parse(text)!["status"]!.ToString();
    }
}
