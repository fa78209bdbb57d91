using System.Text.Json.Nodes;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

public sealed class RedeliveryStory
{
    private const int Times = 20;

    [Fact]
    public async Task A_message_delivered_again_and_again_asks_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var answer = scene.Dan.LastAnswer;
        var seen = scene.Dan.Chat.ToString();

        for (var i = 0; i < Times; i++)
        {
            Assert.Equal(answer, await scene.Dan.Redelivers());
        }

        Assert.Equal(seen, scene.Dan.Chat.ToString());
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ActivationRequested));
        Assert.Equal(0, await scene.CountsAudited(AuditAction.ActivationRefused));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_message_delivered_many_times_at_once_asks_once()
    {
        await using var scene = await Scene.StartAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Times)
                .Select(_ =>
                    scene.Dan.Sends(activity =>
                    {
                        activity["id"] = "1772438499999";
                        activity["text"] = Contoso.AskForPayments;
                    })
                )
        );

        Assert.Single(answers.Distinct());
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ActivationRequested));
        Assert.Equal(0, await scene.CountsAudited(AuditAction.ActivationRefused));
        // The welcome, the wizard's offer to an administrator, and one approval card.
        Assert.Equal(3, scene.Frank.Chat.Messages.Count);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_click_delivered_again_and_again_gets_the_first_answer()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        var first = scene.Frank.LastAnswer;
        await scene.Advances(TimeSpan.FromHours(1));

        for (var i = 0; i < Times; i++)
        {
            Assert.Equal(first, await scene.Frank.Redelivers());
        }

        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestApproved));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessGranted));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_click_delivered_many_times_at_once_decides_once_and_is_answered_alike()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene.Frank.CardWith("Approve").Action("Approve");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Times)
                .Select(_ =>
                    scene.Frank.Sends(activity =>
                    {
                        activity["id"] = "f:one-and-the-same";
                        activity["type"] = "invoke";
                        activity["name"] = "adaptiveCard/action";
                        activity["value"] = new JsonObject { ["action"] = action.DeepClone() };
                    })
                )
        );

        Assert.Single(answers.Distinct());
        Assert.Contains("Approved by Frank Fischer", answers[0].Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("decided this already", answers[0].Words(), StringComparison.Ordinal);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestApproved));
        Assert.Equal(1, await scene.CountsAudited(AuditAction.AccessGranted));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_redelivery_after_a_restart_still_gets_the_first_answer()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Deny", new { reason = "no" });
        var first = scene.Frank.LastAnswer;

        await scene.Restarts();

        Assert.Equal(first, await scene.Frank.Redelivers());
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestDenied));
    }

    [Fact]
    public async Task One_id_in_two_chats_is_two_activities()
    {
        await using var scene = await Scene.StartAsync();

        foreach (var person in new[] { scene.Dan, scene.Grace })
        {
            await person.Sends(activity =>
            {
                activity["id"] = "1772438499999";
                activity["text"] = Contoso.AskForHelpdesk;
            });
            person.Sees("Active until");
        }
    }
}
