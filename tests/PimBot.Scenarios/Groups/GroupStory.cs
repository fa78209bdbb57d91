using PimBot.Domain.Activations;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Groups;

/// <summary>People and the bot in group chats and channels.</summary>
public sealed class GroupStory
{
    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task What_is_personal_goes_to_the_persons_own_chat_and_the_group_only_sees_that_it_did(string type)
    {
        await using var scene = await Scene.StartAsync();
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", type));
        await dan.AddsBot();

        await dan.Says("my roles");

        dan.Sees("Dan Dubois, I answered you in our own chat.");
        dan.DoesNotSee("Payments responder");
        scene.Dan.Sees("Payments responder");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_role_can_be_activated_by_a_mention_and_is_followed_in_ones_own_chat()
    {
        await using var scene = await Scene.StartAsync();
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "channel"));
        await dan.AddsBot();

        await dan.Says(Contoso.AskForPayments);
        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until");
        dan.DoesNotSee("Payments");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_waits_for_a_decision_is_shown_in_the_approvers_own_chat_and_the_group_is_told_so()
    {
        await using var scene = await Scene.StartAsync();
        var frank = scene.Frank.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await frank.AddsBot();
        await scene.Dan.Says(Contoso.AskForPayments);

        await frank.Says("approvals");

        frank.Sees("Frank Fischer, I answered you in our own chat.");
        frank.DoesNotSee("Payments responder");
        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task The_bot_says_nothing_when_it_is_not_mentioned()
    {
        await using var scene = await Scene.StartAsync();
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await dan.AddsBot();
        var before = Sent(scene);

        await dan.SaysToOthers(Contoso.AskForPayments);

        Assert.Equal(before, Sent(scene));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_name_in_the_text_alone_is_no_mention()
    {
        await using var scene = await Scene.StartAsync();
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await dan.AddsBot();
        var before = Sent(scene);

        await dan.SaysToOthers("<at>PimBot</at> my roles");

        Assert.Equal(before, Sent(scene));
    }

    private static int Sent(Scene scene) =>
        scene.Channel.Chats.Sum(chat => chat.Messages.Count(message => message.IsFromBot));

    [Fact]
    public async Task The_bot_introduces_itself_to_a_group_once()
    {
        await using var scene = await Scene.StartAsync();
        var group = scene.Channel.AddGroup("Operations", "channel");
        var dan = scene.Dan.In(group);

        await dan.AddsBot();
        await dan.AddsBot();

        Assert.Single(group.Messages, message => message.IsFromBot);
        dan = scene.Dan.In(group);
        Assert.Contains("PimBot in this channel", dan.ReadsLast(), StringComparison.Ordinal);
        Assert.Contains(group.ConversationId, dan.ReadsLast(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_in_a_group_is_for_everybody_there()
    {
        await using var scene = await Scene.StartAsync();
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "channel"));
        await dan.AddsBot();

        await dan.Says("help");

        dan.Sees("What is personal I answer in our own chat.");
        dan.DoesNotSee("I answered you");
        scene.Dan.DoesNotSee("What I can do");
    }

    [Fact]
    public async Task Who_has_no_chat_with_the_bot_is_told_so_in_the_group()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Installed = ["Frank"] });
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await dan.AddsBot();

        await dan.Says("my roles");

        dan.Sees("I can’t reach you in a chat of our own. Open PimBot in Teams, then ask again there.");
        dan.DoesNotSee("Payments responder");
    }

    [Fact]
    public async Task A_chat_of_their_own_is_opened_for_who_was_only_heard_of_in_a_group()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Installed = ["Frank"] });
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await dan.AddsBot();
        scene.Dan.GetsTheAppUnannounced();

        await dan.Says("my roles");

        dan.Sees("Dan Dubois, I answered you in our own chat.");
        scene.Dan.Sees("Payments responder");
    }

    [Fact]
    public async Task A_chat_that_was_opened_and_takes_nothing_is_none()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Installed = ["Frank"] });
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await dan.AddsBot();
        scene.Dan.GetsTheAppUnannounced();
        scene.Channel.FailNext(1, ChannelFault.NotInRoster, scene.Dan.Chat);

        await dan.Says("my roles");

        dan.Sees("I can’t reach you in a chat of our own.");
        await scene.Dan.Installs();
        scene.Dan.Sees("Hello");
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_forgotten_and_the_group_is_told_so()
    {
        await using var scene = await Scene.StartAsync();
        var dan = scene.Dan.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await dan.AddsBot();
        scene.Channel.FailNext(1, ChannelFault.BlockedByUser, scene.Dan.Chat);

        await dan.Says("my roles");

        dan.Sees("I can’t reach you in a chat of our own.");
    }

    [Fact]
    public async Task A_group_never_becomes_somebodys_own_chat()
    {
        await using var scene = await Scene.StartAsync();
        var frank = scene.Frank.In(scene.Channel.AddGroup("Operations", "groupChat"));
        await frank.AddsBot();
        await frank.Says("help");

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        frank.DoesNotSee("Dan Dubois asks");
    }

    [Fact]
    public async Task A_personal_card_that_was_forwarded_to_a_group_does_nothing_there()
    {
        await using var scene = await Scene.StartAsync();
        var group = scene.Channel.AddGroup("Operations", "groupChat");
        var dan = scene.Dan.In(group);
        await dan.AddsBot();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene.Dan.CardWith("Cancel request").Action("Cancel request", reason: null);

        var answer = await dan.Invokes(action);

        Assert.Contains("This card is personal. Use it in our own chat.", answer.Words(), StringComparison.Ordinal);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }
}
