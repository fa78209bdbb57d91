using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

public sealed class ConnectorFaultStory
{
    private const string Asked = "Dan Dubois asks for Payments responder";

    [Fact]
    public async Task A_channel_that_asks_for_patience_is_obeyed()
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(1, ChannelFault.TooManyRequests(TimeSpan.FromSeconds(30)), scene.Frank.Chat);
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Advances(TimeSpan.FromSeconds(29));
        Assert.Equal(0, CardsOf(scene.Frank));
        await scene.Advances(TimeSpan.FromSeconds(1));

        Assert.Equal(1, CardsOf(scene.Frank));
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(412)]
    public async Task A_channel_that_is_down_for_a_while_gets_the_card_once(int status)
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(3, new ChannelFault((System.Net.HttpStatusCode)status), scene.Frank.Chat);

        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Erin.Sees(Asked);
        await Wait(scene);

        Assert.Equal(1, CardsOf(scene.Frank));
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task What_the_channel_refuses_for_good_is_not_sent_again_and_the_requester_knows(int status)
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(
            1,
            new ChannelFault((System.Net.HttpStatusCode)status, "ServiceError"),
            scene.Frank.Chat
        );

        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);

        Assert.Equal(0, CardsOf(scene.Frank));
        Assert.Contains("Could not be reached: Frank Fischer", scene.Dan.Chat.ToString(), StringComparison.Ordinal);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_send_without_an_answer_and_without_effect_is_sent_again()
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(1, ChannelFault.NoAnswer, scene.Frank.Chat);

        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);

        Assert.Equal(1, CardsOf(scene.Frank));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_send_without_an_answer_but_with_effect_makes_one_extra_card_at_most_and_both_settle_alike()
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(1, ChannelFault.NoAnswerButDelivered, scene.Frank.Chat);
        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);
        var cards = scene.Frank.Chat.Messages.Where(IsApproval).ToList();
        Assert.InRange(cards.Count, 1, 2);

        await scene.Frank.ClicksOn(cards[0], "Approve", new { reason = "the first card" });
        await scene.Frank.ClicksOn(cards[^1], "Deny", new { reason = "the second card" });

        foreach (var card in scene.Frank.Chat.Messages.Where(IsApproval))
        {
            var text = CardText.Flatten(card.Card!, "Europe/Stockholm");
            Assert.Contains("Approved by Frank Fischer", text, StringComparison.Ordinal);
            Assert.DoesNotContain("[Approve]", text, StringComparison.Ordinal);
        }

        Assert.Equal(1, await scene.CountsAudited(AuditAction.RequestApproved));
        Assert.Equal(0, await scene.CountsAudited(AuditAction.RequestDenied));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_channel_that_never_answers_but_delivers_is_not_flooded()
    {
        await using var scene = await Scene.StartAsync();
        scene.Channel.FailNext(50, ChannelFault.NoAnswerButDelivered, scene.Frank.Chat);

        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);
        await Wait(scene);

        Assert.InRange(CardsOf(scene.Frank), 1, 2);
    }

    [Fact]
    public async Task A_card_that_cannot_be_updated_for_a_while_is_updated_later()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Channel.FailNext(3, ChannelFault.Unavailable, scene.Erin.Chat);

        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await Wait(scene);

        Assert.Contains("Approved by Frank Fischer", scene.Erin.Chat.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[Approve]", scene.Erin.Chat.ToString(), StringComparison.Ordinal);
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData(false, 1, 1)]
    [InlineData(true, 1, 2)]
    public async Task An_unknown_outcome_after_other_failures_still_makes_one_extra_card_at_most_and_loses_none(
        bool delivered,
        int least,
        int most
    )
    {
        await using var scene = await Scene.StartAsync();
        var unknown = delivered ? ChannelFault.NoAnswerButDelivered : ChannelFault.NoAnswer;
        foreach (var fault in new[] { ChannelFault.Unavailable, unknown, ChannelFault.BadGateway })
        {
            scene.Channel.FailNext(1, fault, scene.Frank.Chat);
        }

        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);

        Assert.InRange(CardsOf(scene.Frank), least, most);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Two_unknown_outcomes_with_another_failure_between_them_end_the_attempts()
    {
        await using var scene = await Scene.StartAsync();
        foreach (
            var fault in new[]
            {
                ChannelFault.NoAnswerButDelivered,
                ChannelFault.Unavailable,
                ChannelFault.NoAnswerButDelivered,
                ChannelFault.NoAnswerButDelivered,
            }
        )
        {
            scene.Channel.FailNext(1, fault, scene.Frank.Chat);
        }

        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);

        Assert.Equal(2, CardsOf(scene.Frank));
        // Nobody knows, so the requester does not count on it.
        Assert.Contains("Could not be reached: Frank Fischer", scene.Dan.Chat.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_card_is_repeated_until_its_outcome_is_known()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Channel.FailNext(4, ChannelFault.NoAnswer, scene.Erin.Chat);

        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await Wait(scene);

        Assert.Contains("Approved by Frank Fischer", scene.Erin.Chat.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[Approve]", scene.Erin.Chat.ToString(), StringComparison.Ordinal);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_older_card_that_could_not_be_retired_at_once_does_not_stay_stale()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForHelpdesk);
        Assert.Contains("[End now]", scene.Dan.Chat.ToString(), StringComparison.Ordinal);
        scene.Channel.FailNext(2, ChannelFault.Unavailable, scene.Dan.Chat, HttpMethod.Put);

        await scene.Advances(TimeSpan.FromHours(8));
        scene.Dan.Sees("Ended today");
        Assert.Contains("[End now]", scene.Dan.Chat.ToString(), StringComparison.Ordinal);
        await Wait(scene);

        Assert.DoesNotContain("[End now]", scene.Dan.Chat.ToString(), StringComparison.Ordinal);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_card_that_its_reader_deleted_does_not_hold_up_the_others()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Channel.FailNext(1, ChannelFault.MessageNotFound, scene.Erin.Chat);

        await scene.Frank.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task When_every_third_send_fails_in_some_way_all_is_well_in_the_end()
    {
        await using var scene = await Scene.StartAsync();
        var faults = new[]
        {
            ChannelFault.TooManyRequests(TimeSpan.FromSeconds(2)),
            ChannelFault.BadGateway,
            ChannelFault.NoAnswer,
            ChannelFault.NoAnswerButDelivered,
            ChannelFault.GatewayTimeout,
        };
        foreach (var (fault, person) in faults.Zip([scene.Dan, scene.Erin, scene.Frank, scene.Dan, scene.Erin]))
        {
            scene.Channel.FailNext(1, fault, person.Chat);
        }

        await scene.Dan.Says(Contoso.AskForPayments);
        await Wait(scene);
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        await Wait(scene);

        Assert.Contains("Active until", scene.Dan.Chat.ToString(), StringComparison.Ordinal);
        await scene.Advances(TimeSpan.FromHours(2));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        Assert.Equal(RequestState.Revoked, (await scene.TheRequestOf(scene.Dan)).State);
        await scene.BooksBalance();
    }

    private static int CardsOf(TestPerson person) => person.Chat.Messages.Count(IsApproval);

    private static bool IsApproval(ChatMessage message) =>
        message is { IsFromBot: true, Card: not null }
        && CardText.Flatten(message.Card, "UTC") is var text
        && text.Contains("Who: Dan Dubois", StringComparison.Ordinal);

    private static async Task Wait(Scene scene)
    {
        for (var i = 0; i < 8; i++)
        {
            await scene.Advances(TimeSpan.FromSeconds(20));
        }
    }
}
