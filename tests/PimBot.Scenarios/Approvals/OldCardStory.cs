using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Approvals;

public sealed class OldCardStory
{
    [Fact]
    public async Task A_card_from_a_year_ago_shows_how_it_ended_and_has_no_effect()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var old = scene.Frank.CardWith("Approve");
        await scene.Erin.Clicks("Deny", new { reason = "no" });
        await scene.Advances(TimeSpan.FromDays(365));

        await scene.Frank.ClicksOn(old, "Approve", new { reason = "found this in my history" });

        scene.Frank.Sees("Denied by Erin Eriksen, Monday 2 March 2026");
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_superseded_card_does_not_decide_the_newer_request()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var old = scene.Frank.CardWith("Approve");
        await scene.Dan.Clicks("Cancel request");
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Frank.ClicksOn(old, "Approve", new { reason = "the old one" });

        scene.Frank.Sees("Canceled by Dan Dubois");
        Assert.Equal(0, await scene.CountsAudited(AuditAction.RequestApproved));
        Assert.Empty(await scene.HeldAtTarget(scene.Dan));
        await scene.BooksBalance();
    }

    [Fact]
    public async Task A_card_forwarded_to_somebody_else_gives_them_no_right()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var forwarded = scene.Frank.CardWith("Approve");

        var answer = await scene.Carol.Invokes(forwarded.Action("Approve"), forwarded.Id);

        Assert.Contains("There is no such request for you to decide", answer.Words(), StringComparison.Ordinal);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Fact]
    public async Task A_refresh_by_the_client_never_decides()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var card = scene.Frank.CardWith("Approve");

        foreach (var button in new[] { "Approve", "Deny" })
        {
            var answer = await scene.Frank.Refreshes(card, card.Action(button));
            Assert.Equal(200, answer.InvokeStatus);
        }

        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
        await scene.BooksBalance();
    }

    [Fact]
    public async Task What_is_added_to_a_cards_data_changes_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene
            .Frank.CardWith("Approve")
            .Action("Approve")
            .With(data =>
            {
                data["role"] = Contoso.GlobalAdministrator.Role.Value;
                data["scope"] = "/";
                data["duration"] = "1440";
                data["maximum"] = "P1D";
                data["status"] = "Provisioned";
                data["state"] = 7;
                data["requester"] = scene.Frank.Id;
                data["decider"] = scene.Erin.Id;
                data["grant"] = Guid.NewGuid().ToString("N");
            });

        await scene.Frank.Invokes(action);

        var request = await scene.TheRequestOf(scene.Dan);
        Assert.Equal(TimeSpan.FromHours(2), request.Ask.Duration);
        Assert.Equal(Contoso.Payments, request.Access);
        Assert.Equal(scene.Frank.Id, request.Decision!.By.Value);
        Assert.Equal([Contoso.Payments.Role.Value], await scene.HeldAtTarget(scene.Dan));
        Assert.Empty(await scene.HeldAtTarget(scene.Frank));
        scene.Dan.Sees("Active until today at 11:00 (UTC+1)");
        await scene.BooksBalance();
    }

    [Fact]
    public async Task Another_requests_id_put_into_a_card_is_judged_as_that_request()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Erin, Contoso.Payments, Domain.Access.AssignmentType.Eligible);
        await scene.Dan.Says(Contoso.AskForPayments);
        var dans = scene.Erin.CardWith("Approve");
        await scene.Erin.Says(Contoso.AskForPayments);
        var own = (await scene.TheRequestOf(scene.Erin)).Id;

        var answer = await scene.Erin.Invokes(
            dans.Action("Approve").With(data => data["request"] = own.Value.ToString("N"))
        );

        Assert.Contains("Nobody approves their own request", answer.Words(), StringComparison.Ordinal);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Erin)).State);
        Assert.Equal(RequestState.PendingApproval, (await scene.TheRequestOf(scene.Dan)).State);
    }

    [Theory]
    [InlineData("\"not-an-id\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{\"value\":\"x\"}")]
    [InlineData("\"' OR 1=1 --\"")]
    public async Task A_broken_id_is_answered_in_words(string id)
    {
        await using var scene = await Scene.StartAsync();
        await scene.Dan.Says(Contoso.AskForPayments);
        var action = scene.Frank.CardWith("Approve").Action("Approve");

        var answer = await scene.Frank.Invokes(
            action.With(data => data["request"] = System.Text.Json.Nodes.JsonNode.Parse(id))
        );

        Assert.Equal("This card is broken. Say “approvals” to see what waits for you.", answer.Words());
    }
}
