using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

public sealed class RestartStory
{
    [Fact]
    public async Task What_was_committed_before_the_process_died_is_delivered_after_the_restart()
    {
        await using var scene = await Scene.StartAsync();
        await SaysWithoutWork(scene, scene.Dan, Contoso.AskForPayments);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        Assert.DoesNotContain("Dan", scene.Frank.Chat.ToString(), StringComparison.Ordinal);

        await scene.Restarts();

        scene.Dan.Sees("Waiting for approval");
        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_grant_that_was_owed_is_given_after_the_restart()
    {
        await using var scene = await Scene.StartAsync();
        await SaysWithoutWork(scene, scene.Dan, Contoso.AskForHelpdesk);
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));

        await scene.Restarts();

        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_process_that_died_between_the_targets_effect_and_its_own_commit_grants_once()
    {
        var target = new ScriptedTarget();
        await using var scene = await target.StartScene();
        await SaysWithoutWork(scene, scene.Dan, Contoso.AskForHelpdesk);
        var owed = await scene.TheRequestOf(scene.Dan);
        var asked = new TargetGrant(owed.Grant!.Value, owed.Requester, owed.Access);
        await scene.Target().EnsureAsync(asked, scene.Clock.GetUtcNow(), TestContext.Current.CancellationToken);

        await scene.Restarts();

        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_the_dead_process_had_claimed_is_taken_over_when_its_lease_ends()
    {
        await using var scene = await Scene.StartAsync();
        await SaysWithoutWork(scene, scene.Dan, Contoso.AskForHelpdesk);
        foreach (var lane in Enum.GetValues<OutboxLane>())
        {
            await scene.Changes((work, stop) => work.Outbox.ClaimAsync(lane, 64, TimeSpan.FromSeconds(60), stop));
        }

        await scene.Restarts();
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.Advances(TimeSpan.FromSeconds(61));

        Assert.Single(await scene.HeldAtTarget(scene.Dan));
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_fell_due_while_the_process_was_down_ends_first_most_overdue_first()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Grace.Says("activate Helpdesk Administrator for 3h ticket INC-2");
        await scene.Dan.Says("activate Helpdesk Administrator for 1h ticket INC-1");
        await scene.Alice.Says("activate Virtual Machine Contributor for 2h because patches must be installed");
        scene.Clock.Jump(TimeSpan.FromHours(8));

        await scene.Restarts();

        var ended = (await scene.Audit()).Where(entry => entry.Event.Action == AuditAction.AccessEnded).ToList();
        Assert.Equal(3, ended.Count);
        foreach (var person in new[] { scene.Dan, scene.Alice, scene.Grace })
        {
            Assert.Empty(await scene.HeldAtTarget(person));
            person.Sees("Ended today at");
        }

        await scene.BooksBalance();
    }

    [Fact]
    public async Task The_most_overdue_end_is_claimed_first()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Grace.Says("activate Helpdesk Administrator for 3h ticket INC-2");
        await scene.Dan.Says("activate Helpdesk Administrator for 1h ticket INC-1");
        scene.Clock.Jump(TimeSpan.FromHours(8));

        var first = default(IReadOnlyList<Grant>);
        await scene.Changes(
            async (work, stop) => first = await work.Grants.ClaimDueAsync(1, TimeSpan.FromSeconds(1), stop)
        );

        Assert.Equal(scene.Dan.Id, Assert.Single(first!).Person.Value);
        await scene.Advances(TimeSpan.FromSeconds(2));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_card_from_before_the_restart_works_after_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Restarts();
        await scene.Frank.Clicks("Approve", new { reason = "after the restart" });

        scene.Dan.Sees("Active until");
        scene.Erin.Sees("Approved by Frank Fischer");
        await scene.BooksBalance();
    }

    /// <summary>The turn is committed and answered; nothing that it owes is done.</summary>
    private static async Task SaysWithoutWork(Scene scene, TestPerson person, string text)
    {
        var activity = new JsonObject();
        await person.Sends(sample => activity = sample.DeepClone().AsObject());
        activity["id"] = "1772438477777";
        activity["text"] = text;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            scene.Issuer.ChannelToken(scene.Channel.ServiceUrl)
        );
        using var answer = await scene.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
