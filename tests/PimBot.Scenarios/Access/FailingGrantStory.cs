using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

public sealed class FailingGrantStory
{
    [Fact]
    public async Task A_target_that_fails_is_asked_again_with_growing_pauses_and_the_requester_sees_it()
    {
        var target = new ScriptedTarget { OnGrant = ScriptedTarget.Fails(5) };
        await using var scene = await target.StartScene();

        await scene.Dan.Says(Contoso.AskForHelpdesk);
        scene.Dan.Sees("Access is being granted");
        Assert.Equal(1, target.GrantCalls);
        await scene.Advances(TimeSpan.FromSeconds(0.9));
        Assert.Equal(1, target.GrantCalls);
        await scene.Advances(TimeSpan.FromSeconds(0.4));
        Assert.Equal(2, target.GrantCalls);
        await scene.Advances(TimeSpan.FromSeconds(1.9));
        Assert.Equal(2, target.GrantCalls);

        await scene.Advances(TimeSpan.FromSeconds(0.7));
        scene.Dan.Sees("The system that holds this role has not answered after 3 tries");
        scene.Dan.Sees("PimBot keeps trying and tells you.");
        Assert.Empty(await scene.Holds(scene.Dan));

        await AdvanceUntil(scene, () => target.GrantCalls == 6);
        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("B4")]
    public async Task The_time_of_the_activation_runs_from_when_the_target_gave_it()
    {
        var target = new ScriptedTarget { OnGrant = ScriptedTarget.Fails(1) };
        await using var scene = await target.StartScene();
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Advances(TimeSpan.FromMinutes(30));

        scene.Dan.Sees("Active until today at 11:30 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_target_that_refuses_is_not_asked_for_ever_and_the_requester_is_told()
    {
        var target = new ScriptedTarget { OnGrant = _ => new TargetResult(TargetOutcome.Refused, "not-found") };
        await using var scene = await target.StartScene();

        await scene.Dan.Says(Contoso.AskForHelpdesk);

        scene.Dan.Sees("Not granted");
        scene.Dan.Sees("The system that holds this role refused to grant it");
        await scene.Advances(TimeSpan.FromHours(1));
        Assert.Equal(1, target.GrantCalls);
        Assert.Equal(1, target.RevokeCalls);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestFailed));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_target_that_says_yes_and_does_nothing_is_found_out_and_asked_again()
    {
        var table = new DeafTable { DeafToGrants = 2 };
        await using var scene = await Scene.StartAsync(new SceneOptions { ConfigureServices = table.Wrap });

        await scene.Dan.Says(Contoso.AskForHelpdesk);
        scene.Dan.DoesNotSee("Active until");
        Assert.Empty(await scene.Holds(scene.Dan));

        await scene.Advances(TimeSpan.FromSeconds(2));
        await scene.Advances(TimeSpan.FromSeconds(5));
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_target_that_gave_access_and_broke_off_before_saying_so_gives_it_once()
    {
        var target = new ScriptedTarget();
        await using var scene = await target.StartScene();
        var broken = 0;
        target.OnGrant = grant =>
        {
            if (Interlocked.Increment(ref broken) > 1)
            {
                return null;
            }

            scene.Target().EnsureAsync(grant, scene.Clock.GetUtcNow(), CancellationToken.None).Wait();
            return new TargetResult(TargetOutcome.RetryLater, "connection-lost");
        };

        await scene.Dan.Says(Contoso.AskForHelpdesk);
        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromSeconds(2));

        scene.Dan.Sees("Active until");
        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Whoever_is_disabled_while_the_target_is_down_gets_nothing()
    {
        var target = new ScriptedTarget { OnGrant = ScriptedTarget.Fails(1) };
        await using var scene = await target.StartScene();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        await scene.Disables(scene.Dan);

        await scene.Advances(TimeSpan.FromMinutes(1));

        Assert.Equal(1, target.GrantCalls);
        Assert.Equal(RequestState.Failed, (await scene.TheRequestOf(scene.Dan)).State);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Whoever_cancels_while_the_target_is_down_gets_nothing_even_when_it_had_given()
    {
        var target = new ScriptedTarget();
        await using var scene = await target.StartScene();
        target.OnGrant = grant =>
        {
            scene.Target().EnsureAsync(grant, scene.Clock.GetUtcNow(), CancellationToken.None).Wait();
            return new TargetResult(TargetOutcome.RetryLater, "connection-lost");
        };
        await scene.Dan.Says(Contoso.AskForHelpdesk);

        await scene.Dan.Clicks("Cancel request");
        scene.Dan.Sees("Canceled by you");
        await scene.Advances(TimeSpan.FromMinutes(1));

        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    internal static async Task AdvanceUntil(Scene scene, Func<bool> reached)
    {
        for (var i = 0; i < 100 && !reached(); i++)
        {
            await scene.Advances(TimeSpan.FromSeconds(1));
        }
    }
}
