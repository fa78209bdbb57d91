using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class ReachStory
{
    private static readonly string[] EveryoneButFrank = ["Alice", "Bob", "Carol", "Dan", "Erin", "Grace"];

    [Fact]
    public async Task An_approver_who_never_installed_the_app_is_named_as_out_of_reach()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Installed = EveryoneButFrank });

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Asked: Erin Eriksen Could not be reached: Frank Fischer");
        scene.Erin.Sees("Dan Dubois asks for Payments responder");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_approver_who_removed_the_app_is_named_as_out_of_reach()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Frank.Uninstalls();

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Asked: Erin Eriksen Could not be reached: Frank Fischer");
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("blocked")]
    [InlineData("not in the roster")]
    public async Task An_approver_whom_the_channel_refuses_is_named_as_out_of_reach(string how)
    {
        await using var scene = await Scene.StartAsync();
        var fault = how == "blocked" ? ChannelFault.BlockedByUser : ChannelFault.NotInRoster;
        scene.Channel.FailNext(1, fault, scene.Frank.Chat);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Asked: Erin Eriksen Could not be reached: Frank Fischer");
        scene.Erin.Sees("Dan Dubois asks for Payments responder");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task When_nobody_can_be_reached_the_requester_is_told_so_in_a_message()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Installed = ["Dan"] });

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Could not be reached: Erin Eriksen, Frank Fischer");
        scene.Dan.Sees("None of the approvers could be reached");
        Assert.Equal(["Cancel request"], scene.Dan.Buttons);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task When_nobody_but_the_requester_could_approve_it_is_refused_at_once_in_words()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Approvers = [new ApproverReference { Person = new(scene.Dan.Id) }] }
        );

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees("Payments responder needs approval, and nobody but you could give it");
        scene.Dan.Sees("Ask an administrator to add an approver");
        Assert.Empty(await scene.Reads((work, stop) => work.Requests.OfAsync(new(scene.Dan.Id), 10, stop)));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_approver_who_installs_the_app_later_gets_the_card_that_waits()
    {
        await using var scene = await Scene.StartAsync(new SceneOptions { Installed = EveryoneButFrank });
        await scene.Dan.Says(Contoso.AskForPayments);
        await scene.Advances(TimeSpan.FromHours(2));

        await scene.Frank.Installs();

        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        scene.Frank.Sees("22 hours left");
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        await scene.Frank.Clicks("Approve", new { reason = "here I am" });
        scene.Dan.Sees("Active until");
        scene.Erin.Sees("Approved by Frank Fischer");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_approver_who_blocked_the_bot_and_speaks_to_it_again_is_asked_again()
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(1, ChannelFault.BlockedByUser, scene.Frank.Chat);
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Says("approvals");

        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        scene.Dan.DoesNotSee("Could not be reached");
    }

    [Fact]
    public async Task Approvals_shows_what_waits_and_its_cards_work()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.Says("approvals");
        scene.Frank.Sees("Dan Dubois asks for Payments responder");
        await scene.Frank.Clicks("Deny", new { reason = "not today" });

        scene.Dan.Sees("Denied by Frank Fischer");
        Assert.DoesNotContain("[Approve]", scene.Frank.Chat.ToString(), StringComparison.Ordinal);
        Assert.Equal(RequestState.Denied, (await scene.TheRequestOf(scene.Dan)).State);
        await scene.Frank.Says("approvals");
        scene.Frank.Sees("No request waits for your decision");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Approvals_of_someone_who_approves_nothing_shows_nothing_of_others()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Alice.Says("approvals");
        await scene.Dan.Says("approvals");

        scene.Dan.Sees("No request waits for your decision");
        Assert.DoesNotContain("Payments", scene.Alice.Chat.ToString(), StringComparison.Ordinal);
    }
}
