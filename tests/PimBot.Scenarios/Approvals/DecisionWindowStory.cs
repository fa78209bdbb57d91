using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class DecisionWindowStory
{
    [Fact]
    [Rule("C1", "F3")]
    public async Task Without_an_answer_in_the_window_it_times_out_and_all_are_told()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Advances(TimeSpan.FromHours(24));

        scene.Dan.Sees("Timed out: nobody decided in time");
        scene.Dan.Sees("Nothing was granted. You can ask again.");
        Assert.Equal(["Activate again"], scene.Dan.Buttons);
        foreach (var approver in new[] { scene.Erin, scene.Frank })
        {
            approver.Sees("Timed out: nobody decided in time");
            Assert.Empty(approver.Buttons);
        }

        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestTimedOut));
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("C1")]
    public async Task In_the_last_minute_of_the_window_it_can_still_be_approved()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));

        await scene.Frank.Clicks("Approve", new { reason = "just in time" });

        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_click_after_the_window_decides_nothing_even_before_the_clerk_has_noticed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");
        scene.Clock.Jump(TimeSpan.FromHours(24));

        await scene.Frank.ClicksOn(card, "Approve", new { reason = "sorry, I was away" });

        scene.Frank.Sees("Timed out: nobody decided in time");
        scene.Dan.Sees("Timed out: nobody decided in time");
        Assert.Equal(RequestState.TimedOut, (await scene.TheRequestOf(scene.Dan)).State);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    [Rule("C1")]
    public async Task After_a_time_out_the_same_can_be_asked_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromHours(25));

        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Approve", new { reason = "now I am here" });

        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }
}
