using System.Net;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Approvals;
using PimBot.Testing;

namespace PimBot.Scenarios.Protocol;

/// <summary>Approvers to whom the bot has never spoken.</summary>
public sealed class NewChatStory
{
    private const string Asked = "Dan Dubois asks for Payments responder";
    private const string PassedOver = "Asked: Erin Eriksen Could not be reached: Frank Fischer";

    private static readonly SceneOptions WithoutFrank = new()
    {
        Installed = ["Alice", "Bob", "Carol", "Dan", "Erin", "Grace"],
    };

    [Fact]
    public async Task An_approver_who_never_spoke_to_the_bot_gets_the_card_in_a_new_one_to_one_chat()
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);
        scene.Frank.GetsTheAppUnannounced();

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees(Asked);
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        scene.Dan.DoesNotSee("Could not be reached");
        await scene.Frank.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
        scene.Erin.Sees("Approved by Frank Fischer");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_chat_that_was_opened_is_known_from_then_on()
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);
        scene.Frank.GetsTheAppUnannounced();
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Channel.FailNextOpening(1, ChannelFault.ServerError, scene.Frank.Chat);

        await scene.Dan.Clicks("Cancel request");
        await scene.Dan.Says(Contoso.AskForPayments);

        Assert.Equal(2, scene.Frank.Chat.Messages.Count(message => message.Card is not null));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_approver_whose_app_is_not_installed_is_passed_over_and_gets_the_card_when_it_is()
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees(PassedOver);
        scene.Erin.Sees(Asked);
        Assert.Empty(scene.Frank.Chat.Messages);
        var entry = Assert.Single(await scene.Audit(), e => e.Event.Action is AuditAction.PersonUnreachable);
        Assert.Equal("403 BotNotInConversationRoster", entry.Event.Detail);

        await scene.Frank.Installs();

        scene.Frank.Sees(Asked);
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        await scene.Frank.Clicks("Approve", new { reason = "here I am" });
        scene.Dan.Sees("Active until");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task An_approver_whose_app_was_removed_without_a_word_gets_the_card_once_when_it_is_back()
    {
        await using var scene = await Scene.StartAsync();
        scene.Frank.LosesTheAppUnannounced();
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Dan.Sees(PassedOver);

        await scene.Frank.Installs();

        Assert.Single(scene.Frank.Chat.Messages, IsApproval);
        scene.Dan.Sees("Asked: Erin Eriksen, Frank Fischer");
        await scene.Frank.Clicks("Deny", new { reason = "not today" });
        scene.Dan.Sees("Denied by Frank Fischer");
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_chat_that_cannot_be_opened_is_not_tried_again_and_the_requester_knows(int status)
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);
        scene.Frank.GetsTheAppUnannounced();
        scene.Channel.FailNextOpening(1, new ChannelFault((HttpStatusCode)status, "Whatever"), scene.Frank.Chat);

        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Dan.Sees(PassedOver);
        scene.Erin.Sees(Asked);
        await scene.Advances(TimeSpan.FromMinutes(10));

        Assert.Empty(scene.Frank.Chat.Messages);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_chat_that_cannot_be_opened_for_a_while_is_opened_later()
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);
        scene.Frank.GetsTheAppUnannounced();
        foreach (
            var fault in new[]
            {
                ChannelFault.NoAnswer,
                ChannelFault.Unavailable,
                ChannelFault.NoAnswer,
                ChannelFault.TooManyRequests(TimeSpan.FromSeconds(30)),
            }
        )
        {
            scene.Channel.FailNextOpening(1, fault, scene.Frank.Chat);
        }

        await scene.Dan.Says(Contoso.AskForPayments);
        for (var i = 0; i < 8; i++)
        {
            await scene.Advances(TimeSpan.FromSeconds(20));
        }

        Assert.Single(scene.Frank.Chat.Messages, IsApproval);
        scene.Dan.DoesNotSee("Could not be reached");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_card_that_may_be_there_is_sent_once_more_at_most_also_when_opening_its_chat_fails_meanwhile()
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);
        scene.Frank.GetsTheAppUnannounced();
        scene.Channel.FailNext(3, ChannelFault.NoAnswerButDelivered, scene.Frank.Chat);

        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Channel.FailNextOpening(1, ChannelFault.Unavailable, scene.Frank.Chat);
        for (var i = 0; i < 8; i++)
        {
            await scene.Advances(TimeSpan.FromSeconds(20));
        }

        Assert.InRange(scene.Frank.Chat.Messages.Count(IsApproval), 1, 2);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_chat_is_opened_where_the_tenant_was_heard_from_last()
    {
        await using var scene = await Scene.StartAsync(WithoutFrank);
        scene.Frank.GetsTheAppUnannounced();
        await scene.Changes(
            async (work, stop) =>
            {
                var (key, value) = Assert.Single(await work.Bot.ListAsync("tenant/", stop));
                Assert.Contains(scene.Channel.ServiceUrl, value, StringComparison.Ordinal);
                await work.Bot.WriteAsync(
                    key,
                    value.Replace(scene.Channel.ServiceUrl, "http://127.0.0.1:1/old/", StringComparison.Ordinal),
                    stop
                );
            }
        );
        await scene.Advances(TimeSpan.FromMinutes(1));

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Frank.Sees(Asked);
        await scene.BooksBalance();
    }

    [Theory]
    [InlineData("reference/")]
    [InlineData("tenant/")]
    public async Task A_service_URL_that_was_changed_in_the_database_gets_no_token(string kept)
    {
        await using var scene = await Scene.StartAsync(kept == "tenant/" ? WithoutFrank : new SceneOptions());
        scene.ExpectsError("the service host of conversation");
        scene.Frank.GetsTheAppUnannounced();
        await scene.Changes(
            async (work, stop) =>
            {
                var prefix = kept == "tenant/" ? kept : kept + scene.Frank.Id;
                var (key, value) = Assert.Single(await work.Bot.ListAsync(prefix, stop));
                var forged = value.Replace(
                    scene.Channel.ServiceUrl,
                    "https://evil.example/emea/",
                    StringComparison.Ordinal
                );
                Assert.NotEqual(value, forged);
                await work.Bot.WriteAsync(key, forged, stop);
            }
        );

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Dan.Sees(PassedOver);
        scene.Erin.Sees(Asked);
        Assert.Contains(scene.Logs, entry => entry.Message.StartsWith("Nothing sent: ", StringComparison.Ordinal));
        await scene.BooksBalance();
    }

    private static bool IsApproval(ChatMessage message) =>
        message is { IsFromBot: true, Card: not null }
        && CardText.Flatten(message.Card, "UTC").Contains("Who: Dan Dubois", StringComparison.Ordinal);
}
