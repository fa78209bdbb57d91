using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Groups;

/// <summary>A role's requests are put before its approvers in a channel.</summary>
public sealed class ApproversChannelStory
{
    [Fact]
    public async Task A_request_comes_to_the_channel_once_besides_the_approvers_own_chats()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: false);
        var carol = scene.Carol.In(channel);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Asked in: Payments approvals");
        carol.Sees("Dan Dubois asks for Payments responder");
        Assert.Single(channel.Messages, message => message.Card is not null && message.IsFromBot && Asks(message));
        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Instead_of_direct_messages_only_the_channel_is_asked()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.In(channel).Sees("Dan Dubois asks for Payments responder");
        scene.Frank.DoesNotSee("Dan Dubois asks");
        scene.Erin.DoesNotSee("Dan Dubois asks");
    }

    [Fact]
    public async Task An_approver_decides_in_the_channel_and_everybody_there_sees_it_settled()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        var (frank, carol) = (scene.Frank.In(channel), scene.Carol.In(channel));
        await scene.Dan.Says(Contoso.AskForPayments);

        await frank.Looks();
        Assert.Equal(["Approve", "Deny"], frank.Buttons);
        await frank.Clicks("Approve", new { reason = "go" });

        carol.Sees("Approved by Frank Fischer");
        Assert.Empty(carol.Buttons);
        scene.Dan.Sees("Active until");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestApproved));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_outsider_sees_the_request_and_can_not_decide_it()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        var carol = scene.Carol.In(channel);
        await scene.Dan.Says(Contoso.AskForPayments);

        await carol.Looks();
        Assert.Equal(["Decide"], carol.Buttons);
        await carol.Clicks("Decide");

        Assert.Contains("Only an approver of this role can decide", carol.LastNotice, StringComparison.Ordinal);
        Assert.Equal(["Decide"], carol.Buttons);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Fact]
    public async Task An_outsider_who_sends_the_approval_all_the_same_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        await scene.Dan.Says(Contoso.AskForPayments);
        var frank = scene.Frank.In(channel);
        await frank.Clicks("Decide");
        var approve = frank.CardWith("Approve").Action("Approve");

        var answer = await scene.Carol.In(channel).Invokes(approve);

        Assert.Contains("no such request for you to decide", answer.Words(), StringComparison.Ordinal);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.DecisionRefused));
    }

    [Fact]
    public async Task The_requester_can_not_decide_their_own_request_in_the_channel()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        var dan = scene.Dan.In(channel);
        await scene.Dan.Says(Contoso.AskForPayments);

        await dan.Clicks("Decide");

        Assert.Contains("Nobody approves their own request", dan.LastNotice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_never_decides()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        var frank = scene.Frank.In(channel);
        await scene.Dan.Says(Contoso.AskForPayments);
        await frank.Clicks("Decide");
        var card = frank.CardWith("Approve");

        await frank.Refreshes(card, card.Action("Approve"));

        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Fact]
    public async Task When_the_channel_can_not_be_reached_the_approvers_are_asked_themselves()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        await scene.Carol.In(channel).RemovesBot();

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        scene.Erin.Sees("Dan Dubois asks for Payments responder");
        scene.Dan.Sees("Could not be reached: Payments approvals");
        scene.Dan.DoesNotSee("Asked in");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.NotificationFailed));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_channel_that_refuses_the_card_is_passed_over_too()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        scene.Channel.FailNext(1, ChannelFault.NotInRoster, channel);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.NotificationFailed));
    }

    [Fact]
    public async Task A_channel_that_never_says_whether_it_took_the_card_is_not_counted_on()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        scene.Channel.FailNext(2, ChannelFault.NoAnswer, channel);

        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromSeconds(20));

        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        Assert.Equal(1, await scene.CountsAudited(AuditAction.NotificationFailed));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_an_old_client_submits_in_the_channel_is_answered_in_the_approvers_own_chat()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: true);
        var (frank, carol) = (scene.Frank.In(channel), scene.Carol.In(channel));
        await scene.Dan.Says(Contoso.AskForPayments);

        await frank.Submits("Decide");

        Assert.Equal(["Decide"], carol.Buttons);
        carol.Sees("Frank Fischer, I answered you in our own chat.");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        carol.Sees("Approved by Frank Fischer");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_canceled_request_settles_in_the_channel()
    {
        await using var scene = await Scene.StartAsync();
        var channel = await WithChannel(scene, isInstead: false);
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Dan.Clicks("Cancel request");

        scene.Carol.In(channel).Sees("Canceled by Dan Dubois; there is nothing to decide");
    }

    private static bool Asks(ChatMessage message) =>
        message.Card!.ToJsonString().Contains("approval.show", StringComparison.Ordinal);

    private static async Task<PimBot.Testing.Chat> WithChannel(Scene scene, bool isInstead)
    {
        var channel = scene.Channel.AddGroup("Payments approvals", "channel");
        await scene.Carol.In(channel).AddsBot();
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Channel = new ApproversChannel(channel.ConversationId, channel.Name, isInstead) }
        );
        return channel;
    }
}
