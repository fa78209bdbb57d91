using System.Net;
using System.Text.Json.Nodes;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

public sealed class ClientStory
{
    [Fact]
    public async Task An_old_client_that_submits_approves_all_the_same()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Submits("Approve", new { reason = "from an old phone" });

        scene.Frank.Sees("Approved by Frank Fischer");
        Assert.Empty(scene.Frank.Buttons);
        scene.Dan.Sees("Frank Fischer wrote: from an old phone");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_old_client_that_submits_without_a_reason_is_asked_for_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var data = scene.Frank.CardWith("Approve").Action("Approve", reason: null);

        await scene.Frank.Sends(activity =>
        {
            activity["value"] = data["data"]!.DeepClone();
            activity["value"]!["verb"] = data["verb"]!.ToString();
            activity["replyToId"] = scene.Frank.CardWith("Approve").Id;
        });

        scene.Frank.Sees("Give a reason for your decision");
        Assert.Equal(["Approve", "Deny"], scene.Frank.Buttons);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Theory]
    [InlineData("approval.rubberstamp")]
    [InlineData("APPROVAL.APPROVE")]
    [InlineData("../approval.approve")]
    public async Task An_unknown_verb_is_answered_in_words(string verb)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene.Frank.CardWith("Approve").Action("Approve");
        action["verb"] = verb;

        var answer = await scene.Frank.Invokes(action);

        Assert.Contains("I don’t know this button", answer.Words(), StringComparison.Ordinal);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Fact]
    public async Task A_click_without_a_verb_of_its_own_is_known_by_its_data()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene.Frank.CardWith("Approve").Action("Approve");
        action.Remove("verb");

        await scene.Frank.Invokes(action);

        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_click_without_any_verb_or_value_gets_an_answer_of_its_own_shape()
    {
        await using var scene = await Scene.StartAsync();

        var without = await scene.Frank.Invokes(new JsonObject { ["type"] = "Action.Execute" });
        Assert.Equal(HttpStatusCode.OK, without.Status);
        Assert.True(without.InvokeStatus is 200 or 400, without.ToString());

        var empty = await scene.Frank.Sends(activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
        });
        Assert.Equal(HttpStatusCode.OK, empty.Status);
        Assert.Equal(400, empty.InvokeStatus);
        Assert.Equal("application/vnd.microsoft.error", empty.InvokeType);
    }

    [Fact]
    public async Task Another_invoke_is_answered_with_501_and_no_body()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Frank.Sends(activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "task/fetch";
            activity["value"] = new JsonObject();
        });

        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    public async Task What_is_no_message_is_never_a_command(string type)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Dan.Sends(activity =>
        {
            activity["type"] = type;
            activity["name"] = "application/vnd.microsoft.readReceipt";
            activity["text"] = Contoso.AskForHelpdesk;
            activity["channelData"]!["eventType"] = type == "messageDelete" ? "undeleteMessage" : "editMessage";
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        scene.Dan.DoesNotSee("Active");
        Assert.Equal(0, await scene.CountsAudited(AuditAction.ActivationRequested));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Whoever_expects_replies_gets_them_in_the_answer()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Dan.Sends(activity =>
        {
            activity["deliveryMode"] = "expectReplies";
            activity["text"] = Contoso.AskForPayments;
        });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var reply = Assert.Single(answer.Json!["activities"]!.AsArray());
        var card = reply!["attachments"]![0]!["content"]!.AsObject();
        Assert.Contains("Waiting for approval", CardText.Flatten(card, "Europe/Stockholm"), StringComparison.Ordinal);
        Assert.Empty(CardLint.Check(card));
        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        await scene.BooksBalance();
    }
}
